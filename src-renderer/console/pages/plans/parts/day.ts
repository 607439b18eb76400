/**
 * A day of the record, written out: `2026年11月24日`, `24 November 2026`. Instants are UTC ms, the
 * zone is the site's.
 */
import type { Language } from '#renderer/ui/figure.ts'

export const dayText = (at: number, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: zone,
  }).format(at)
