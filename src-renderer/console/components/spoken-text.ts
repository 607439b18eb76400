/**
 * Fills the words to say with what the record knows. What it does not know stays visible as a gap:
 * nobody reads out a guess.
 */
import { commanderWords } from '#shared/domain/board/commander-words.ts'
import { IN_NEED, PEOPLE_NAMES, type PeopleKind } from '#shared/domain/incident/record/scales.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardQuestion, BoardIncident } from '#shared/domain/board/types.ts'
import { PLACE_UNKNOWN } from '../../ui/stored-words.ts'

export type SayPart = { kind: 'plain' | 'known' | 'unknown'; text: string }
/**
 * What a name such as `place` stands for: its value, or null with the `label` of what is missing.
 */
export type SayValue = { value: string | null; label: string }
export type SayValues = (name: string) => SayValue

/** Cuts `template` at its `{name}` marks. A value of spaces only counts as unknown. */
export function fillSay(template: string, values: SayValues): SayPart[] {
  return template
    .split(/(\{[\w.-]+\})/)
    .filter((part) => part !== '')
    .map((part): SayPart => {
      const name = /^\{([\w.-]+)\}$/.exec(part)?.[1]
      if (!name) return { kind: 'plain', text: part }
      const { value, label } = values(name)
      return value?.trim() ? { kind: 'known', text: value } : { kind: 'unknown', text: label }
    })
}

/** The names of what is not known yet, each once, in the order in which it is said. */
export const blanksIn = (template: string, values: SayValues): readonly string[] => [
  ...new Set(
    [...template.matchAll(/\{([\w.-]+)\}/g)].flatMap(([, name = '']) =>
      values(name).value?.trim() ? [] : [name],
    ),
  ),
]

/** What an answer of a question fills besides the blank of its own name. */
const FILLS: Readonly<Record<string, string>> = { casualties: 'casualties.', level: 'level' }

/** The open questions whose answers fill a blank. */
export const questionsFor = (
  name: string,
  facts: readonly BoardQuestion[],
): readonly BoardQuestion[] =>
  facts.filter(
    ({ key, sets, value }) =>
      value === null &&
      (key === name || (FILLS[name] !== undefined && sets?.startsWith(FILLS[name]) === true)),
  )

type Language = keyof LocalizedText

/**
 * A fact as people say it: the labels of the chosen options, or the number with its unit; null
 * while unanswered.
 */
export function factWords(fact: BoardQuestion, language: Language): string | null {
  if (fact.value === null) return null
  const chosen = Array.isArray(fact.value) ? fact.value : [fact.value]
  const labels = chosen.map(
    (value) =>
      fact.options.find((option) => option.value === value)?.label[language] ?? String(value),
  )
  const unit = fact.options.length === 0 ? fact.unit?.[language] : null
  return (
    labels.join(language === 'zh' ? '、' : ', ') +
    (unit ? (language === 'zh' ? unit : ` ${unit}`) : '')
  )
}

/**
 * How many people need help, as far as somebody has told: those counted, those of whom there is at
 * least one; null while nobody has said a number.
 */
function casualtyWords(
  { casualties, atLeastOne }: BoardIncident,
  language: Language,
): string | null {
  const zh = language === 'zh'
  const of = (kind: PeopleKind): string | null => {
    const count = casualties?.[kind] ?? null
    const name = PEOPLE_NAMES[kind][language]
    if (count !== null && count > 0) return zh ? `${name}${count}人` : `${count} ${name}`
    if (!atLeastOne.includes(kind)) return null
    return zh ? `${name}至少1人` : `at least 1 ${name}`
  }
  const known = IN_NEED.flatMap((kind) => of(kind) ?? [])
  if (known.length > 0) return known.join(zh ? '、' : ', ')
  return casualties ? (zh ? '没有' : 'none') : null
}

export type SayFrame = {
  language: Language
  /** The label of a missing value, by its name; null if the name is unknown. */
  label: (name: string) => string | null
  time: (at: number) => string
  site: LocalizedText
  dispatcher: string | null
  phone: string | null
}

/** Values for the words of one incident: fields of the record first, then its facts by key. */
export function sayValues(incident: BoardIncident, frame: SayFrame): SayValues {
  const fields: Record<string, string | null> = {
    place: incident.place === PLACE_UNKNOWN ? null : incident.place,
    narrative: incident.narrative,
    reporter: incident.reporter,
    channel: incident.channel,
    type: incident.typeName?.[frame.language] ?? null,
    kind: incident.kind[frame.language],
    level: incident.levelName?.[frame.language] ?? null,
    commander: commanderWords(incident.command)[frame.language] || null,
    casualties: casualtyWords(incident, frame.language),
    time: frame.time(incident.occurredAt ?? incident.receivedAt),
    site: frame.site[frame.language],
    dispatcher: frame.dispatcher,
    phone: frame.phone,
  }
  return (name) => {
    const fact = incident.facts.find((candidate) => candidate.key === name)
    const label = frame.label(name) ?? fact?.question[frame.language] ?? name
    if (Object.hasOwn(fields, name)) return { value: fields[name] ?? null, label }
    return { value: fact ? factWords(fact, frame.language) : null, label }
  }
}
