/** The words of Word documents: numbers as the page shows them, and nothing that is not there. */
import { describe, expect, it } from 'vitest'
import { readPaper } from '#main/adapters/paper/read-paper.ts'
import { headingStyle, numbering, paragraph, run, styles, table, wordFile } from './word-builder.ts'

async function linesOf(file: Buffer): Promise<readonly string[]> {
  const words = await readPaper(file)
  if (!words.ok) throw new Error(words.code)
  return words.paragraphs.map(({ text }) => text)
}

const LIST = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
] as const

describe('automatic numbers', () => {
  it('are the numbers that the page shows, and begin again under each number above them', async () => {
    const levels = [0, 1, 2, 2, 1, 2, 0, 1]
    const body = levels.map((level) => paragraph('甲', { list: [1, level] })).join('')
    expect(await linesOf(wordFile({ body, numbering: numbering([LIST]) }))).toEqual([
      '一、 甲',
      '（一） 甲',
      '1. 甲',
      '2. 甲',
      '（二） 甲',
      '1. 甲',
      '二、 甲',
      '（一） 甲',
    ])
  })

  it('count on in a list of several numbers, in figures where a level says so', async () => {
    const list = [
      ['decimal', '%1'],
      ['decimal', '%1.%2'],
      ['decimal', '%1.%2.%3'],
    ] as const
    const body = [0, 1, 1, 2].map((level) => paragraph('乙', { list: [1, level] })).join('')
    expect(await linesOf(wordFile({ body, numbering: numbering([list]) }))).toEqual([
      '1 乙',
      '1.1 乙',
      '1.2 乙',
      '1.2.1 乙',
    ])
  })

  it('begin where a list is told to begin again', async () => {
    const again =
      '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    const body = [1, 1, 7, 7].map((id) => paragraph('丙', { list: [id, 0] })).join('')
    expect(await linesOf(wordFile({ body, numbering: numbering([LIST], again) }))).toEqual([
      '一、 丙',
      '二、 丙',
      '一、 丙',
      '二、 丙',
    ])
  })

  it('come with the style of a heading, and empty paragraphs take none', async () => {
    const sheet = styles(headingStyle(1, [1, 0]))
    const heads = ['总则', '', '职责'].map((words) => paragraph(words, { style: 'H1' }))
    const words = await readPaper(
      wordFile({ body: heads.join(''), styles: sheet, numbering: numbering([LIST]) }),
    )
    expect(words).toEqual({
      ok: true,
      paragraphs: [
        { text: '一、 总则', style: 'heading', level: 1 },
        { text: '二、 职责', style: 'heading', level: 1 },
      ],
    })
  })

  it.each([
    ['decimalEnclosedCircle', '①丁'],
    ['ideographTraditional', '甲丁'],
    ['chineseLegalSimplified', '壹丁'],
    ['upperRoman', 'I丁'],
    ['lowerLetter', 'a丁'],
    ['decimalZero', '01丁'],
    ['none', '丁'],
  ])('in the format %s', async (format, line) => {
    const file = wordFile({
      body: paragraph('丁', { list: [1, 0] }),
      numbering: numbering([[[format, '%1']]]).replace(
        '</w:lvl>',
        '<w:suff w:val="nothing"/></w:lvl>',
      ),
    })
    expect(await linesOf(file)).toEqual([line])
  })

  it('of Chinese count past ten and twenty', async () => {
    const body = Array.from({ length: 21 }, () => paragraph('戊', { list: [1, 0] })).join('')
    const lines = await linesOf(wordFile({ body, numbering: numbering([LIST]) }))
    expect([lines[9], lines[10], lines[20]]).toEqual(['十、 戊', '十一、 戊', '二十一、 戊'])
  })
})

describe('the text of a document', () => {
  it('has the cells of its tables, row by row', async () => {
    const words = await readPaper(
      wordFile({
        body: table([
          ['物资', '数量'],
          ['沙袋', '200个'],
        ]),
      }),
    )
    expect(words).toMatchObject({
      paragraphs: [
        { text: '物资', style: 'cell', column: 0 },
        { text: '数量', style: 'cell', column: 1 },
        { text: '沙袋', style: 'cell', column: 0 },
        { text: '200个', style: 'cell', column: 1 },
      ],
    })
  })

  it('leaves out what a revision deleted, and takes what it put in', async () => {
    const inner = `${run('立即')}<w:del w:id="1"><w:r><w:delText>不要</w:delText></w:r></w:del><w:ins w:id="2">${run('拨打119')}</w:ins>`
    expect(await linesOf(wordFile({ body: paragraph('', {}, inner) }))).toEqual(['立即拨打119'])
  })

  it('has the words of a text box once, though an older program is offered them again', async () => {
    const box = `<w:txbxContent>${paragraph('集合点在南门')}</w:txbxContent>`
    const inner = `${run('疏散路线')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`
    expect(await linesOf(wordFile({ body: paragraph('', {}, inner) }))).toEqual([
      '疏散路线',
      '集合点在南门',
    ])
  })

  it('leaves out hidden text, codes of fields and the list of contents', async () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>'
    const field = '<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>'
    const sheet = styles('<w:style w:styleId="C1"><w:name w:val="toc 1"/></w:style>')
    const body = `${paragraph('总则 1', { style: 'C1' })}${paragraph('', {}, `${run('可见')}${hidden}${field}`)}`
    expect(await linesOf(wordFile({ body, styles: sheet }))).toEqual(['可见'])
  })

  it('has a paragraph for each line that a writer broke by hand', async () => {
    const inner = `${run('首报')}<w:r><w:br/></w:r>${run('续报')}`
    expect(await linesOf(wordFile({ body: paragraph('', {}, inner) }))).toEqual(['首报', '续报'])
  })

  it('has marks and characters as they were written', async () => {
    const inner = '<w:r><w:t>A&amp;B &lt;3&gt; &#24212;&#x6025; &unknown;</w:t></w:r>'
    expect(await linesOf(wordFile({ body: paragraph('', {}, inner) }))).toEqual([
      'A&B <3> 应急 &unknown;',
    ])
  })
})
