/** Decides what public walls show of each type of incident. */
import { isSame } from '../canonical.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import { unknownType } from '../incident/record/refusals.ts'
import { localized } from '../text.ts'
import { OPEN, type Privacy } from './disclosure.ts'
import type { PrivacyEvent } from './stream.ts'

export type SetPrivacy = { type: 'SetPrivacy'; privacy: Privacy }

/** Codes of the types that the site has, and of those among them that are handled quietly. */
export type PrivacyWorld = { types: ReadonlySet<string>; discreet: ReadonlySet<string> }

/**
 * Refuses `unknown-type`, unless it stood there before, and as `bad-input` a type that is handled
 * quietly: of that nothing is shown in any case.
 */
export function decidePrivacy(
  before: Privacy | null,
  { privacy }: SetPrivacy,
  { types, discreet }: PrivacyWorld,
): Decision<PrivacyEvent> {
  const codes = Object.keys(privacy.types)
  const unknown = codes.find((code) => !types.has(code) && before?.types[code] === undefined)
  if (unknown !== undefined) return unknownType(unknown)
  const quiet = codes.find((code) => discreet.has(code))
  if (quiet !== undefined)
    return refuse(
      'bad-input',
      localized(
        '静默处置的类型，公开大屏一律不显示，不用设',
        'Public walls show nothing of types that are handled quietly, whatever is set',
      ),
      [quiet],
    )
  return isSame(privacy, before ?? OPEN) ? accept() : accept({ type: 'PrivacySet', privacy })
}
