/** Numbers as Chinese papers write them: 十二, 两, 半, 3. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

export const HAN_NUMBER = '[零〇一二两三四五六七八九十百]'

/** A whole number up to 999, in Han or Arabic digits; null if it is none. */
export function numberOf(written: string): number | null {
  if (/^[0-9]{1,7}$/.test(written)) return Number(written)
  if (written === '' || [...written].some((sign) => !new RegExp(HAN_NUMBER).test(sign))) return null
  let sum = 0
  let digit: number | null = null
  for (const sign of written)
    if (sign === '十' || sign === '百') {
      sum += (digit ?? 1) * (sign === '十' ? 10 : 100)
      digit = null
    } else digit = (digit ?? 0) * 10 + (DIGITS[sign] ?? 0)
  return sum + (digit ?? 0)
}
