/**
 * What the codes of the figures are called on this page; one that nothing names any more stands for
 * itself.
 */
import { NONE } from '#shared/domain/statistics/metrics.ts'
import type { FigureNames } from '#shared/contract/statistics.ts'
import { SEVERITIES } from '#shared/domain/incident/record/scales.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { useText } from '#renderer/i18n/index.ts'
import { statisticsZh } from '#renderer/i18n/statistics.zh.ts'
import { levelWord, SEVERITIES as SEVERITY_NAMES } from '#renderer/ui/glossary.ts'
import { useStored } from '../../base/console-words.ts'
import { useStatisticsWords } from './statistics-words.ts'

export type Group = keyof typeof statisticsZh.code
type Legal = keyof typeof statisticsZh.legal
const isLegal = (code: string): code is Legal => Object.hasOwn(statisticsZh.legal, code)

/** `const nameOf = useNames(); nameOf('type', code, reply.names)` */
export function useNames(): (group: Group, code: string, names: FigureNames) => string {
  const t = useStatisticsWords()
  const stored = useStored()
  const { tr } = useText()
  const from = (known: Readonly<Record<string, LocalizedText>>, code: string): string =>
    Object.hasOwn(known, code) ? tr(known[code]!) : code
  const named: Readonly<Record<Group, (code: string, names: FigureNames) => string>> = {
    category: (code, { categories }) => from(categories, code),
    type: (code, { types }) => from(types, code),
    legal: (code) => (isLegal(code) ? t(`legal.${code}`) : code),
    level: (code) => tr(levelWord(Number(code), null)),
    severity: (code) =>
      SEVERITIES.some((severity) => severity === code) ? from(SEVERITY_NAMES, code) : code,
    channel: (code) => code,
    place: stored,
  }
  return (group, code, names) => (code === NONE ? t(`code.${group}`) : named[group](code, names))
}
