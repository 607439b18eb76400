/** Papers of plans as an office would hand them over, and some that somebody hostile would. */
import { pdfFile } from './pdf-file.ts'
import { zip, type ZipPart } from './zip.ts'

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
const body = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${MAIN}"><w:body>${inner}</w:body></w:document>`

/** A .docx of these paragraphs. */
export const wordFile = (
  lines: readonly string[],
  more: readonly ZipPart[] = [],
): Uint8Array<ArrayBuffer> =>
  zip([
    { name: '[Content_Types].xml', body: CONTENT_TYPES },
    { name: '_rels/.rels', body: RELATIONS },
    { name: 'word/document.xml', body: body(lines.map(paragraph).join('')) },
    ...more,
  ])

/** A .docx that becomes 300 MB once it is unpacked. */
export const wordBomb = (): Uint8Array<ArrayBuffer> =>
  zip([
    { name: '[Content_Types].xml', body: CONTENT_TYPES },
    { name: '_rels/.rels', body: RELATIONS },
    { name: 'word/document.xml', body: Buffer.alloc(300 * 1024 * 1024, 0x20) },
  ])

/** The beginning of a .doc: a compound file, and nothing that can be read. */
export const oldWordFile = (): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(4096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return bytes
}

/** A PDF of one page that is a picture: no word in it. */
export const scannedPdf = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    pdfFile([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>',
      '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
      '<< /Length 26 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream',
    ]),
  )

/** An invented plan for people who are trapped in a lift. */
export const LIFT_PAPER: readonly string[] = [
  '锦绣广场电梯困人应急预案',
  '一、总则',
  '为及时解救被困乘客，防止次生事故，制定本预案。',
  '本预案适用于锦绣广场各客梯、货梯、扶梯发生的困人事件。',
  '本预案所称困人，是指轿厢停止运行、层门打不开，轿厢内有人。',
  '二、职责',
  '值班员负责接报、报告和联系维保单位。',
  '安保队长负责现场指挥。',
  '三、处置程序',
  '（一）接报',
  '1. 值班员接到困人报告后，立即询问梯号、楼层和被困人数，并用对讲安抚乘客。',
  '2. 值班员应在5分钟内通知维保单位和安保队长。',
  '（二）现场',
  '1. 安保队长立即到达现场，用隔离带封闭层门。',
  '2. 维保人员应在30分钟内到达现场。',
  '3. 被困人员中有人身体不适的，值班员立即拨打120。',
  '4. 维保人员未在30分钟内到达，或者困人超过1小时的，值班员拨打119。',
  '5. 不得强行扒开层门，不得让乘客自行爬出轿厢。',
  '（三）善后',
  '1. 乘客救出后，值班员在24小时内填写记录，报物业经理。',
  '2. 故障排除并经检验合格前，不得恢复运行。',
  '四、附则',
  '本预案每年修订一次。',
  '维保单位联系人王师傅，电话13800138000。',
  '本预案由锦绣广场物业部负责解释。',
]
