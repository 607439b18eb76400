/** The lines of a script as somebody writes them, from what is saved or proposed and back. */
import type { Input } from '#shared/contract/contract.ts'
import type { InjectRead } from '#shared/domain/drill/draw.ts'
import type { ProposedInject } from '#shared/domain/drill/proposed-script.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { minutesOf, typedMinutes } from './drill-words.ts'

type Script = Input<'drill/arrange'>['script']

/** `after` and `within`: minutes, as typed; `stepId` '': none. */
export type ScriptLine = {
  after: string
  words: string
  to: string
  expects: string
  stepId: string
  within: string
}
export const NEW_LINE: ScriptLine = {
  ...{ after: '', words: '', to: '', expects: '', stepId: '', within: '' },
}

/** `tr`: the words of a proposal in the language of the page. */
export const linesOf = (
  injects: readonly (InjectRead | ProposedInject)[],
  tr: (text: LocalizedText) => string,
): ScriptLine[] => {
  const put = (text: string | LocalizedText | null): string =>
    text === null ? '' : typeof text === 'string' ? text : tr(text)
  return injects.map(({ after, words, to, expects, stepId, within }) => ({
    after: minutesOf(after),
    words: put(words),
    to: put(to),
    expects: put(expects),
    stepId: stepId ?? '',
    within: minutesOf(within),
  }))
}

export const scriptOf = (lines: readonly ScriptLine[]): Script =>
  lines.map(({ after, words, to, expects, stepId, within }) => ({
    after: typedMinutes(after),
    words: words.trim(),
    to: to.trim() || null,
    expects: expects.trim() || null,
    stepId: stepId || null,
    within: typedMinutes(within),
  }))

/** The first line that cannot be saved, from 1, and what is wrong with it; null: all can. */
export function faultIn(
  lines: readonly ScriptLine[],
): { nth: number; fault: 'lacksWords' | 'badMinute' } | null {
  const isSpan = (typed: string): boolean => {
    const ms = typedMinutes(typed)
    return ms === null || (ms >= 0 && ms <= DAY_MS)
  }
  for (const [index, { words, after, within }] of lines.entries()) {
    if (words.trim() === '') return { nth: index + 1, fault: 'lacksWords' }
    if (!isSpan(after) || !isSpan(within) || typedMinutes(within) === 0)
      return { nth: index + 1, fault: 'badMinute' }
  }
  return null
}
