/**
 * Takes the names that are personal out of what a document says: of callers, of anyone who reported
 * a step, of persons on a list, of keepers.
 */
import type { BoardIncident } from '../board/types.ts'
import { WITHHELD } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

export type TextOf = (words: LocalizedText) => LocalizedText

const SHORTEST = 2 // one character alone would be found in every second word

const namesIn = ({
  reporter,
  steps,
  evidence,
  headquarters,
  bulletins,
  aftermath,
}: BoardIncident): readonly string[] =>
  [
    reporter,
    ...steps.flatMap(({ onBehalfOf, list, listed }) => [
      onBehalfOf?.person,
      ...(listed?.items ?? []).flatMap((item) => [
        item.helper,
        item.for,
        list?.kind === 'persons' ? item.name : null,
      ]),
    ]),
    ...evidence.map(({ keeper }) => keeper),
    ...(headquarters ?? []).map(({ person }) => person),
    ...(aftermath?.entries ?? []).map(({ whom }) => whom),
    aftermath?.inquiry?.handed?.to,
    aftermath?.result?.handedTo,
    ...(bulletins ?? []).flatMap(({ signer, to, copies = [] }) => [signer, to, ...copies]),
  ].filter((name) => typeof name === 'string' && name.length >= SHORTEST) as string[]

/**
 * Every text of a document passes here: with personal values it stays as it is. Longer names go
 * first, so that none leaves its end behind.
 */
export function textFor(incident: BoardIncident, personal: boolean): TextOf {
  const names = personal
    ? []
    : [...new Set(namesIn(incident))].sort((item, other) => other.length - item.length)
  const left = (words: string, language: keyof LocalizedText): string =>
    names.reduce((text, name) => text.replaceAll(name, WITHHELD[language]), words)
  return ({ zh, en }) => localized(left(zh, 'zh'), left(en, 'en'))
}
