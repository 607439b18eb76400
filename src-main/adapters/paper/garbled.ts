/**
 * Tells words that nobody can read: a PDF whose fonts do not say which sign a glyph stands for
 * (ISO 32000-1, 9.10: no ToUnicode) gives numbers of glyphs in the place of signs.
 */

/** Signs of what Chinese papers are made of, beside their own. */
const HAN = /\p{Script=Han}/gu
const USUAL_MARKS =
  /[\x20-\x7e\s\u00a0\u00b0\u00b1\u00b2\u00b3\u00b7\u00d7\u00f7\u2010-\u205e\u2100-\u22ff\u2300-\u27bf\u3000-\u303f\uff00-\uffef]/gu
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/** In any text of some length every tenth sign or so is one of these; by chance one of 300. */
const USUAL =
  /[的一不人在有和时应或并及与后由向对报告立即处理现场通知组织负责部门安全情况事件发生员工进行预案急管公司中心值班大小上下内外电水火是为以到当要可能用者各年月日第条]/g
const ENOUGH_TO_TELL = 40
const [FEWEST_USUAL, MOST_STRANGE, MOST_CONTROL] = [0.04, 0.2, 0.01]

const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0

/** Words of a language of another script, as letters with accents, are no reason to refuse. */
export function isGarbled(text: string): boolean {
  const signs = [...text].length
  if (signs === 0) return false
  const han = count(text, HAN)
  const strange = signs - han - count(text, USUAL_MARKS)
  return (
    count(text, CONTROL) > signs * MOST_CONTROL ||
    strange > signs * MOST_STRANGE ||
    (han >= ENOUGH_TO_TELL && count(text, USUAL) < han * FEWEST_USUAL)
  )
}
