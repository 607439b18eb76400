/**
 * Damaged and hostile files: refused in words or harmless, and the next file is read all the same.
 */
import { writeFileSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { readPaper } from '#main/adapters/paper/read-paper.ts'
import { createPaperReader } from '#main/adapters/paper/reader.ts'
import { documentXml, paragraph, wordFile } from './word-builder.ts'

const PLAIN = paragraph('立即拨打119。')
const READ = { ok: true, paragraphs: [{ text: '立即拨打119。' }] }
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ole = (stream: string): Buffer =>
  Buffer.concat([OLE, Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)])
const refused = (code: string) => expect.objectContaining({ ok: false, code }) as unknown

describe('a file that is no paper', () => {
  it.each([
    ['an old .doc', ole('WordDocument'), 'paper-format'],
    ['a document with a password', ole('EncryptedPackage'), 'paper-locked'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'paper-format'],
    ['a workbook', Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })), 'paper-format'],
    ['an archive', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'paper-format'],
    ['a document that is cut off', wordFile({ body: PLAIN }).subarray(0, 900), 'paper-damaged'],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 0x61), 'paper-too-large'],
    ['nothing', Buffer.alloc(0), 'paper-scanned'],
  ])('is refused: %s', async (_, bytes, code) => {
    expect(await readPaper(bytes)).toEqual(refused(code))
  })

  it('is refused with what would be taken in its place', async () => {
    expect(await readPaper(ole('WordDocument'))).toMatchObject({
      message: { zh: expect.stringContaining('另存为.docx') as unknown },
    })
    expect(
      await readPaper(Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))),
    ).toMatchObject({
      message: { zh: expect.stringContaining('这是表格文件') as unknown },
    })
  })
})

describe('a hostile document', () => {
  it('that unpacks to far more than a paper is refused while it unpacks', async () => {
    const body = paragraph(`立${'火'.repeat(16 * 1024 * 1024)}`)
    const file = wordFile({ body })
    expect(file.length).toBeLessThan(256 * 1024)
    expect(await readPaper(file)).toEqual(refused('paper-too-large'))
  })

  it('of many parts that lie about their sizes is refused', async () => {
    const file = wordFile({ body: PLAIN })
    const at = file.indexOf(Buffer.from('504b0102', 'hex'))
    file.writeUInt32LE(0x7fffffff, at + 42)
    expect(await readPaper(file)).toEqual(refused('paper-damaged'))
  })

  it('with a document type has none of its entities expanded', async () => {
    const head = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    const file = wordFile({ head, body: paragraph('', {}, '<w:r><w:t>&a;&b;</w:t></w:r>') })
    expect(await readPaper(file)).toEqual(refused('paper-damaged'))
  })

  it('with tags within tags without end is refused', async () => {
    expect(await readPaper(wordFile({ body: '<w:p>'.repeat(50_000) }))).toEqual(
      refused('paper-damaged'),
    )
  })

  it('with macros is read, and nothing of them runs or is told', async () => {
    const more = { 'word/vbaProject.bin': strToU8('Sub AutoOpen()') }
    expect(await readPaper(wordFile({ body: PLAIN, more }))).toEqual(READ)
  })

  it('that refers to something outside has nothing fetched', async () => {
    let requests = 0
    const server = createServer((_, response) => {
      requests += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/template.dotm`
    const more = {
      'word/_rels/settings.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${address}" TargetMode="External"/></Relationships>`,
      ),
    }
    expect(await readPaper(wordFile({ body: PLAIN, more }))).toEqual(READ)
    await new Promise((resolve) => server.close(resolve))
    expect(requests).toBe(0)
  })

  it('without the parts that it names is refused, and with strange ones is read', async () => {
    const bare = Buffer.from(zipSync({ 'word/document.xml': strToU8(documentXml(PLAIN)) }))
    expect(await readPaper(bare)).toEqual(READ)
    const other = Buffer.from(zipSync({ 'word/document.xml': strToU8('<html/>') }))
    expect(await readPaper(other)).toEqual(refused('paper-damaged'))
  })
})

describe('a large paper', () => {
  it('of 10,000 paragraphs is read', async () => {
    const body = Array.from({ length: 10_000 }, (_, index) => paragraph(`第${index}段。`)).join('')
    const words = await readPaper(wordFile({ body }))
    expect(words.ok && words.paragraphs.length).toBe(10_000)
  })

  it('with a paragraph of 200,000 signs is read', async () => {
    const words = await readPaper(wordFile({ body: paragraph('火'.repeat(200_000)) }))
    expect(words.ok && words.paragraphs[0]?.text.length).toBe(200_000)
  })

  it('of more paragraphs than anybody reads is refused', async () => {
    expect(await readPaper(Buffer.from('一行。\n'.repeat(20_001)))).toEqual(
      refused('paper-too-large'),
    )
  })
})

describe('the thread that reads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'))
  const place = (name: string, bytes: Buffer): string => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const reader = createPaperReader()
  afterAll(() => reader.stop())

  it('answers with the words, and with a refusal for what is not there', async () => {
    expect(await reader.read(place('plan.docx', wordFile({ body: PLAIN })))).toEqual(READ)
    expect(await reader.read(join(folder, 'gone.txt'))).toEqual(refused('paper-not-read'))
  })

  it('is ended when it takes too long, and the next paper is read', async () => {
    const hasty = createPaperReader(0)
    const path = place('slow.docx', wordFile({ body: PLAIN }))
    expect(await hasty.read(path)).toEqual(refused('paper-not-read'))
    expect(await reader.read(path)).toEqual(READ)
  })

  it('drafts what was read, also a paragraph made to hold up its rules', async () => {
    const options = { documentId: 'any', title: '预案', posts: [], siteKinds: ['company'] }
    const answer = await reader.draft([{ text: '.'.repeat(400_000) }], options)
    expect(answer).toMatchObject({ ok: true, drafted: { sentences: [{ kind: 'other' }] } })
    const hasty = createPaperReader(0)
    expect(await hasty.draft([{ text: '立即拨打119。' }], options)).toEqual(
      refused('paper-not-read'),
    )
  })

  it('is one at a time, however many papers are handed over', async () => {
    const body = Array.from({ length: 10_000 }, () => PLAIN).join('')
    const order: string[] = []
    const documents = [
      ['long.docx', wordFile({ body })],
      ['short.txt', Buffer.from('立即拨打119。')],
    ] as const
    await Promise.all(
      documents.map(async ([name, bytes]) => {
        expect(await reader.read(place(name, bytes))).toMatchObject({ ok: true })
        order.push(name)
      }),
    )
    expect(order).toEqual(['long.docx', 'short.txt'])
  })

  it('is ended with the station', async () => {
    const stopped = createPaperReader()
    const reading = stopped.read(place('late.docx', wordFile({ body: PLAIN })))
    await stopped.stop()
    expect(await reading).toEqual(refused('paper-not-read'))
  })
})
