/** A paper of a lift, invented for these tests, in the numbering of official papers. */
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'
import { draftOfPaper } from '#shared/domain/paper/draft.ts'
import type { PaperDraft } from '#shared/domain/paper/paper.ts'

export const LIFT_TITLE = '大堂客梯困人应急预案'

export const LIFT_LINES: readonly string[] = [
  LIFT_TITLE,
  '一、编制目的',
  '为使客梯困人时乘客尽快脱险，制定本预案。',
  '二、适用范围',
  '本预案适用于主楼一至六号客梯。',
  '三、职责',
  '（一）总指挥：由工程部经理担任。',
  '（二）电梯管理员：负责安抚乘客、联系维保单位。',
  '四、处置流程',
  '1. 消控室值班员接到轿厢报警后，应立即通过对讲安抚乘客，并通知电梯管理员。',
  '2. 电梯管理员应立即联系维保单位，维保人员接报后30分钟内到达现场。',
  '3. 如乘客有受伤或身体不适，立即拨打120，并派人到大门口接应。',
  '4. 严禁无证人员擅自打开轿门。',
  '5. 困人超过1小时仍未救出的，应拨打119求助，并向工程部经理报告。',
  '五、培训与演练',
  '每半年组织一次困人演练。',
]

export const paragraphs = (lines: readonly string[]): readonly PaperParagraph[] =>
  lines.map((text) => ({ text }))

/** The draft of these lines, as a station would ask for it. */
export const draftOf = (lines: readonly string[], title = lines[0] ?? ''): PaperDraft =>
  draftOfPaper(paragraphs(lines), {
    documentId: 'lift',
    title,
    posts: [{ id: 'duty-engineer', name: '电梯管理员' }],
    siteKinds: ['hotel'],
  })
