/** In words, what is read on a panel from how far, and what is not. */
import { localized, type LocalizedText } from '../text.ts'
import type { FarFault } from './calibration.ts'

/** Why a panel cannot be set up for so far a reader, and how far he may be. */
export const tooFarText = ({ distance, letter, needs, metres }: FarFault): LocalizedText =>
  localized(
    `这块屏最小的字最大只能${letter}毫米高，${distance}米外要${needs}毫米才看得清：最远${metres}米`,
    `At ${distance} m this panel’s smallest text would be ${letter} mm high (it needs ${needs} mm): ${metres} m at most`,
  )
