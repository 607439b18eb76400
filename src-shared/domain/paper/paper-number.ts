/** Numbers as papers write them: 十二, 两, 3. */
import { hanFigures, hanNumber } from '../han-numbers.ts'

export const HAN_NUMBER = '[零〇一二两三四五六七八九十百]'
const WHOLLY_HAN = new RegExp(`^${HAN_NUMBER}+$`)

/** A whole number in Arabic digits (seven at most), or in Han up to 999; null if it is none. */
export function numberOf(written: string): number | null {
  if (/^[0-9]{1,7}$/.test(written)) return Number(written)
  return WHOLLY_HAN.test(written) ? (hanNumber(written) ?? hanFigures(written)) : null
}
