/** Kinds of site by their names. A kind that nobody has named shows its code: it is hidden from nobody. */
import { plansZh } from '../../../i18n/plans.zh.ts'
import { usePlanWords } from '../words.ts'

type Kind = keyof typeof plansZh.kind
const named = (kind: string): kind is Kind => Object.hasOwn(plansZh.kind, kind)

export function useKinds(): (kinds: readonly string[]) => string {
  const t = usePlanWords()
  return (kinds) => kinds.map((kind) => named(kind) ? t(`kind.${kind}`) : kind).join(t('join'))
}
