/**
 * Kinds of site by the names that a site of that kind bears everywhere else. A kind that nobody has
 * named shows its code: it is hidden from nobody.
 */
import { isSiteKind, SITE_KINDS } from '#shared/domain/site/site.ts'
import { useText } from '#renderer/i18n/index.ts'
import { usePlanWords } from '../plan-words.ts'

export function useKinds(): (kinds: readonly string[]) => string {
  const t = usePlanWords()
  const { tr } = useText()
  return (kinds) =>
    kinds.map((kind) => (isSiteKind(kind) ? tr(SITE_KINDS[kind]) : kind)).join(t('join'))
}
