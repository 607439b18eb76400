/**
 * The numbers that papers print before their parts: 第三条, 一、, （一）, 1., 1.1, （1）, ①. By the
 * usual order of official papers (GB/T 9704, 7.3.3: 一、 （一） 1. （1）) a style that was not yet
 * open lies under those before it in this list.
 */
import { numberOf } from './paper-number.ts'

const LABEL_STYLES = [
  'annex',
  'part',
  'section',
  'article',
  'han',
  'han-paren',
  'dot',
  'decimal',
  'half-paren',
  'paren',
  'circle',
  'letter',
  'letter-paren',
  'phase',
  'bullet',
] as const
type LabelStyle = (typeof LABEL_STYLES)[number]

/**
 * `shown`: as the place of a sentence names it, without the mark that parts it from the words.
 * `values`: 1.2.3 has three. `length`: signs of the text that it takes.
 */
export type Label = { style: LabelStyle; values: readonly number[]; shown: string; length: number }

const HAN = '[一二三四五六七八九十百零〇]{1,5}'
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

type Form = {
  style: LabelStyle
  form: RegExp
  startOnly?: true
  shown: (parts: string[]) => string
}
const whole = (parts: string[]): string => parts[1] ?? ''

/** Read with plain signs. The first group is what is shown, the second the value. */
const FORMS: readonly Form[] = [
  {
    style: 'annex',
    form: /^((?:附件|附录|附表)([0-9]{1,2}|[一二三四五六七八九十]{1,3}))[：:、.．\s]?/,
    startOnly: true,
    shown: whole,
  },
  {
    style: 'part',
    form: new RegExp(`^(第(${HAN}|[0-9]{1,3})(?:章|编|篇|部分))[：、.\\s]?`),
    startOnly: true,
    shown: whole,
  },
  {
    style: 'section',
    form: new RegExp(`^(第(${HAN}|[0-9]{1,3})节)[：、.\\s]?`),
    startOnly: true,
    shown: whole,
  },
  { style: 'article', form: new RegExp(`^(第(${HAN}|[0-9]{1,3})条)[：、.\\s]?`), shown: whole },
  { style: 'phase', form: new RegExp(`^(第(${HAN}|[0-9]{1,2})步)[：、.，\\s]?`), shown: whole },
  { style: 'han-paren', form: new RegExp(`^(（(${HAN})）)[、.]?`), shown: whole },
  {
    style: 'dot',
    form: /^(([0-9]{1,2}))\s(?=\p{Script=Han})/u,
    startOnly: true,
    shown: whole,
  },
  {
    style: 'han',
    form: new RegExp(`^((${HAN}))\\s(?=\\p{Script=Han})`, 'u'),
    startOnly: true,
    shown: whole,
  },
  { style: 'han', form: new RegExp(`^((${HAN}))[、.．]`), shown: whole },
  {
    style: 'decimal',
    form: /^(([0-9]{1,2}(?:\.[0-9]{1,2}){1,4}))(?![0-9.%米元度小公千厘毫])[、.\s]?/,
    shown: whole,
  },
  { style: 'dot', form: /^(([0-9]{1,3}))(?:[、．]|\.(?![0-9]))/, shown: whole },
  { style: 'half-paren', form: /^(([0-9]{1,2})）)[、.]?/, startOnly: true, shown: whole },
  { style: 'paren', form: /^(（([0-9]{1,3})）)[、.]?/, shown: whole },
  { style: 'circle', form: new RegExp(`^(([${CIRCLES}]))[、.]?`), shown: whole },
  { style: 'letter', form: /^(([A-Za-z]))[、.．](?![A-Za-z])/, startOnly: true, shown: whole },
  {
    style: 'letter',
    form: /^(([A-Z]))\s?(?=(?![座区馆楼栋厅口级类超型角])[\p{Script=Han}]{2,12}：)/u, // A 座值班员 has none
    startOnly: true,
    shown: whole,
  },
  { style: 'letter-paren', form: /^(([A-Za-z]))）/, startOnly: true, shown: whole },
  {
    style: 'bullet',
    form: /^(([-–—•●○◆◇■□▪·※★☆►▶➢✓√]))(?=\D)\s?/,
    startOnly: true,
    shown: () => '',
  },
]

function valuesOf(style: LabelStyle, written: string): readonly number[] {
  if (style === 'decimal') return written.split('.').map(Number)
  if (style === 'circle') return [CIRCLES.indexOf(written) + 1]
  if (style === 'letter' || style === 'letter-paren')
    return [written.toLowerCase().charCodeAt(0) - 96]
  if (style === 'bullet') return [0]
  return [numberOf(written) ?? 0]
}

/** The label that this text (with plain signs) begins with; `atStart`: of a paragraph. */
export function labelOf(plain: string, atStart: boolean): Label | null {
  for (const { style, form, startOnly, shown } of FORMS) {
    if (startOnly && !atStart) continue
    const parts = form.exec(plain)
    if (parts)
      return {
        style,
        values: valuesOf(style, parts[2] ?? ''),
        shown: shown([...parts]),
        length: parts[0].length,
      }
  }
  return null
}

/** Lower is higher up in the paper. */
export const rankOf = (style: LabelStyle): number => LABEL_STYLES.indexOf(style)
