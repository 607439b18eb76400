/**
 * The file of a whole document with its attachments at the console: put together, read again, and
 * taken in, whatever somebody has done to it.
 */
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import ExportDocument from '#renderer/console/pages/plans/document/edit/files/ExportDocument.vue'
import ImportDocument from '#renderer/console/pages/plans/document/edit/files/ImportDocument.vue'
import {
  MOST_PACKAGE_BYTES,
  openFile,
  wholeFile,
} from '#renderer/console/pages/plans/document/edit/files/package-file.ts'
import { localized } from '#shared/domain/text.ts'
import { until } from '../../kit/until.ts'
import { accepted, mountConsole, refused } from './desk.ts'

const [MAP, PLAN] = ['a'.repeat(64), 'b'.repeat(64)]
const YAML = 'format: vigil-document/1\ndocument:\n  id: lift\n'
const BYTES = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256)
const textOf = (blob: Blob): Promise<string> => blob.text()
const bytesOf = async (blob: Blob | null): Promise<number[] | null> =>
  blob && [...new Uint8Array(await blob.arrayBuffer())]
const whole = async (): Promise<Blob> => {
  const answer = await wholeFile(
    { yaml: YAML, files: [{ fileId: MAP }, { fileId: PLAN }] },
    async (id) => new Blob([id === MAP ? BYTES : new Uint8Array([1])]),
  )
  if ('ok' in answer) throw new Error(answer.code)
  return answer
}

afterEach(() => {
  document.querySelectorAll('.el-overlay').forEach((overlay) => overlay.remove())
})

describe('the file', () => {
  it('read again is its text and the same bytes', async () => {
    const { text, contents } = await openFile(await whole())
    expect(await textOf(text)).toBe(YAML)
    expect(contents.map(({ sha256 }) => sha256)).toEqual([MAP, PLAN])
    expect(await bytesOf(contents[0]!.content)).toEqual([...BYTES])
    expect(await bytesOf(contents[1]!.content)).toEqual([1])
  })

  it('without attachments is its text alone, as older programs wrote it', async () => {
    const answer = await wholeFile({ yaml: YAML, files: [] }, async () => new Blob())
    expect('ok' in answer ? '' : await textOf(answer)).toBe(YAML)
    expect((await openFile(new Blob([YAML]))).contents).toEqual([])
  })

  it('keeps its text in GBK, and the word contents within it', async () => {
    const gbk = Uint8Array.from([0xb5, 0xe7, 0xcc, 0xdd, 0x0a])
    const text = new Blob(['  contents: x\n', gbk])
    const { text: read, contents } = await openFile(new Blob([text, `contents:\n  ${MAP}: AQ==\n`]))
    expect(await bytesOf(read)).toEqual(await bytesOf(text))
    expect(await bytesOf(contents[0]!.content)).toEqual([1])
  })

  it.each([
    ['cut off', `  ${MAP}: AQ`, [[1]]],
    ['no base64', `  ${MAP}: A===`, [null]],
    ['other signs', `  ${MAP}: <script>`, []],
    ['a path in the place of a digest', '  ../../x: AQ==', []],
    ['empty', `  ${MAP}: `, [[]]],
    ['lines of Windows', `  ${MAP}: AQ==\r`, [[1]]],
  ])('with contents that are %s brings what is whole, and nothing else', async (_, line, bytes) => {
    const { contents } = await openFile(new Blob([`${YAML}contents:\n${line}\n`]))
    expect(await Promise.all(contents.map(({ content }) => bytesOf(content)))).toEqual(bytes)
  })

  it('is not put together where an attachment cannot be read', async () => {
    const gone = { ok: false, code: 'unknown-file', message: localized('没有', 'none') } as const
    const answer = await wholeFile({ yaml: YAML, files: [{ fileId: MAP }] }, async () => gone)
    expect(answer).toMatchObject({ code: 'unknown-file' })
  })
})

it('exporting says how many attachments go along, and which do not', async () => {
  await mountConsole(
    ExportDocument,
    { documentId: 'lift' },
    {
      'documents/export': () =>
        accepted<'documents/export'>({
          ...{ fileName: 'lift.document.yaml', yaml: YAML },
          files: [
            { fileId: MAP, bytes: 3 * 1024 * 1024 },
            { fileId: PLAN, bytes: 1024 * 1024 },
          ],
          left: ['大楼全景.mp4'],
        }),
    },
  )
  await flushPromises()
  const dialog = document.querySelector('[role=dialog]')?.textContent ?? ''
  expect(dialog).toContain('附件2个（4.0MB）')
  expect(dialog).toContain('没有带上：大楼全景.mp4')
})

describe('importing', () => {
  async function importing(answers: Parameters<typeof mountConsole>[2]) {
    const mounted = await mountConsole(ImportDocument, {}, answers)
    await mounted.show({ incidents: [] })
    const sent: number[][] = []
    mounted.station.files.send = async (content) => {
      sent.push((await bytesOf(content)) ?? [])
      return { ok: true, fileId: MAP, sha256: MAP, bytes: content.size, format: 'jpg' }
    }
    const field = mounted.page.get<HTMLInputElement>('input[type=file]')
    const pick = async (content: Blob, size = content.size): Promise<void> => {
      const file = new File([content], 'lift.document.yaml')
      Object.defineProperty(file, 'size', { value: size })
      Object.defineProperty(field.element, 'files', { value: [file], configurable: true })
      await field.trigger('change')
    }
    return { ...mounted, sent, pick }
  }
  const dialog = (): string => document.querySelector('[role=dialog]')?.textContent ?? ''
  const shown = (words: string) => until(() => expect(dialog()).toContain(words))
  const press = async (words: string): Promise<void> => {
    const all = [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')]
    all.find((button) => button.textContent?.includes(words))?.click()
    await flushPromises()
  }
  const TITLE = localized('电梯应急预案', '')
  const came = (attached: number, left: readonly string[]) => ({
    ...{ document: 'lift', title: TITLE, findings: [], plans: [], basedOn: 'draft-1' },
    ...{ attached, left },
  })

  it('sends the attachments before the text, and says how many are in place', async () => {
    const { pick, sent, station } = await importing({
      'documents/import': () => accepted<'documents/import'>(came(2, [])),
    })
    await pick(await whole())
    await shown('附件2个已附上')
    expect(sent).toEqual([[...BYTES], [1]])
    expect(station.of('documents/import')).toEqual([{ yaml: YAML }])
  })

  it('names what is damaged, and goes on without it if that is said', async () => {
    let isAsked = false
    const { pick, station, sent } = await importing({
      'documents/import': ({ withoutMissing }) => {
        isAsked = withoutMissing === true
        return isAsked
          ? accepted<'documents/import'>(came(0, ['平面图.jpg']))
          : refused('attachment-missing', '没有传完', ['平面图.jpg'])
      },
    })
    await pick(new Blob([`${YAML}contents:\n  ${MAP}: A===\n`]))
    await shown('有附件没有收到')
    expect([dialog().includes('平面图.jpg'), sent]).toEqual([true, []])
    await press('不带它们导入')
    await shown('没有带上：平面图.jpg')
    expect(station.of('documents/import').at(-1)).toEqual({ yaml: YAML, withoutMissing: true })
  })

  it('does not read a file that is larger than any', async () => {
    const { pick, station } = await importing({})
    await pick(new Blob([YAML]), MOST_PACKAGE_BYTES + 1)
    await shown('文件超过')
    expect(station.of('documents/import')).toEqual([])
  })
})
