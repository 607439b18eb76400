/** Numbers as Chinese writes them: 十二, 两百零五, 二〇二六. */

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
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 }

/** 三十五 → 35, up to 9,999; null where it is none: other signs, digits without a unit (一二). */
export function hanNumber(written: string): number | null {
  let total = 0
  let digit: number | null = null
  for (const sign of written) {
    const unit = UNITS[sign]
    if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = null
    } else {
      const next = DIGITS[sign]
      if (next === undefined || (digit !== null && digit !== 0)) return null
      digit = next
    }
  }
  return written === '' ? null : total + (digit ?? 0)
}

/** 二〇二六 → 2026, digit by digit; null where another sign stands in it. */
export function hanFigures(written: string): number | null {
  const digits = [...written].map((sign) => DIGITS[sign])
  return written === '' || digits.includes(undefined) ? null : Number(digits.join(''))
}
