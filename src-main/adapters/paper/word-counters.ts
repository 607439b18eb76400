/**
 * Numbers as Word shows them: the formats of its lists (ECMA-376, 17.18.59), and how they count.
 */

const HAN = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const LEGAL = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  let rest = Math.min(value, 399)
  let written = ''
  for (const [amount, signs] of ROMAN)
    while (rest >= amount) {
      written += signs
      rest -= amount
    }
  return written
}

/** 十一, 二十, 一百零五; beyond 999 in figures. */
function counted(value: number, digits: readonly string[], ten: string, hundred: string): string {
  if (value > 999 || value < 1) return String(value)
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const first = hundreds > 0 ? `${digits[hundreds]}${hundred}` : ''
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : ''
  const second =
    tens === 0 ? '' : tens === 1 && hundreds === 0 && ten === '十' ? ten : `${digits[tens]}${ten}`
  return `${first}${zero}${second}${ones > 0 ? digits[ones] : ''}`
}

const letter = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(4, Math.floor((value - 1) / 26) + 1))

/** A count in a format of Word; an unknown one counts in figures, a mark of a list is nothing. */
export function shown(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return counted(value, HAN, '十', '百')
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
      return counted(value, LEGAL, '拾', '佰')
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return [...String(value)].map((digit) => HAN[Number(digit)] ?? digit).join('')
    case 'ideographTraditional':
      return STEMS.charAt((value - 1) % STEMS.length)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return CIRCLES.charAt(value - 1) || `(${value})`
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return letter(value).toUpperCase()
    case 'lowerLetter':
      return letter(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    default:
      return String(value)
  }
}
