/**
 * A finding as it is told in the form: what is merely not written yet says so, and not how a file
 * would have to be written.
 */
import type { PlanFinding } from '#shared/contract/plans.ts'
import { useText } from '#renderer/i18n/index.ts'
import { useFrameDesk } from '../frame-desk.ts'
import { useEditWords } from '../editor-words.ts'

/** What a finding is called, for who does not see its bar. */
export const KIND_WORDS = {
  unwritten: 'find.unwritten',
  error: 'find.error',
  warning: 'find.warning',
} as const

export function useFindingWords(): (finding: PlanFinding) => string {
  const t = useEditWords()
  const { tr } = useText()
  const { isUnwritten } = useFrameDesk()
  return (finding) => {
    const { path, message } = finding
    const [, language] = /\.(zh|en)$/.exec(path) ?? []
    const where = language ? t(`words.${language as 'zh' | 'en'}`) : null
    if (!isUnwritten(finding))
      return where ? t('find.inLanguage', { language: where, says: tr(message) }) : tr(message)
    return where ? t('find.emptyIn', { language: where }) : t('find.empty')
  }
}
