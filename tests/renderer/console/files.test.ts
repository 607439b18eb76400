/** Files at the desk: dropped, pasted or chosen; withdrawn; and evidence that is handed out. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { incident, NOW, step } from '../board-parts.ts'
import { accepted, type ScriptedLink } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const ID = 'a'.repeat(64)
const photo = (name = '现场.jpg', bytes = 4): File => new File([new Uint8Array(bytes)], name)
const attached = {
  ...{ id: '1', fileId: ID, bytes: 2_400_000, format: 'jpg' as const, name: '现场.jpg' },
  ...{ stepId: 'a', at: NOW, by: '周敏' },
}
const fire = incident({ id: 'fire', next: 'a', steps: [step({ id: 'a' })], files: [attached] })

/** An event that carries files, as a browser makes one. */
function carry(type: 'drop' | 'paste', files: readonly File[], text = ''): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const data = { files, types: ['Files'], getData: () => text }
  Object.assign(event, type === 'drop' ? { dataTransfer: data } : { clipboardData: data })
  return event
}
const dialog = (): HTMLElement | null => document.querySelector<HTMLElement>('[role=dialog] .form')
const textOf = (): string => dialog()?.textContent.replace(/\s+/g, ' ') ?? ''
const buttons = (words: string): HTMLButtonElement[] =>
  [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')].filter(
    ({ textContent }) => textContent.trim() === words,
  )
async function openFromMenu(): Promise<void> {
  document.querySelector<HTMLElement>('.moves [aria-haspopup]')?.click()
  await flushPromises()
  const entries = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')]
  entries.find(({ textContent }) => textContent.includes('附件与证据'))?.click()
  await flushPromises()
}
const shown = async (): Promise<ScriptedLink> => {
  const { station } = await consoleShowing(
    { incidents: [fire] },
    { 'incident/file-attach': () => accepted<'incident/file-attach'>({ attachmentId: '2' }) },
  )
  return station
}
const takes =
  (sent: string[]): ScriptedLink['files']['send'] =>
  async (content, { incidentId }) => {
    sent.push(`${incidentId} ${(content as File).name}`)
    return { ok: true, fileId: ID, sha256: ID, bytes: content.size, format: 'jpg' }
  }

it.each(['drop', 'paste'] as const)('a file is attached to the step by %s', async (way) => {
  const station = await shown()
  const sent: string[] = []
  station.files.send = takes(sent)
  document.body.dispatchEvent(carry(way, [photo(), photo('伤情.jpg')]))
  await flushPromises()
  expect(sent).toEqual(['fire 现场.jpg', 'fire 伤情.jpg'])
  expect(station.of('incident/file-attach')).toEqual([
    { incidentId: 'fire', fileId: ID, name: '现场.jpg', stepId: 'a' },
    { incidentId: 'fire', fileId: ID, name: '伤情.jpg', stepId: 'a' },
  ])
})

it('text that is pasted into a field stays text, whatever comes with it', async () => {
  const station = await shown()
  const field = document.body.appendChild(document.createElement('input'))
  field.dispatchEvent(carry('paste', [photo()], '三号门'))
  await flushPromises()
  expect([dialog(), station.of('incident/file-attach')]).toEqual([null, []])
})

it('one that is too large is refused before it goes out, with what to do', async () => {
  const station = await shown()
  const sent: string[] = []
  station.files.send = takes(sent)
  const large = photo('全程.mp4')
  Object.defineProperty(large, 'size', { value: 26 * 1024 * 1024 })
  document.body.dispatchEvent(carry('drop', [large]))
  await flushPromises()
  expect(sent).toEqual([])
  expect(textOf()).toContain('没有附上：全程.mp4。文件超过25MB')
})

it('one on its way is cancelled, and nothing is attached', async () => {
  const station = await shown()
  station.files.send = (_, { signal }) =>
    new Promise((end) => signal.addEventListener('abort', () => end(null)))
  document.body.dispatchEvent(carry('drop', [photo()]))
  await flushPromises()
  expect(textOf()).toContain('正在传：现场.jpg')
  buttons('取消')[0]?.click()
  await flushPromises()
  expect(textOf()).toContain('已取消，没有存下：现场.jpg')
  expect(station.of('incident/file-attach')).toEqual([])
})

it('the menu of the incident has all files and evidence; one is withdrawn with a reason', async () => {
  const station = await shown()
  await openFromMenu()
  expect(textOf()).toContain('现场.jpg2.3MB')
  expect(textOf(), 'its name alone: the format is drawn').not.toContain('jpg现场')
  buttons('撤下')[0]?.click()
  await flushPromises()
  const field = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')
  if (!field) throw new Error('no field')
  field.value = '传错了'
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  buttons('撤下').at(-1)?.click()
  await flushPromises()
  expect(station.of('incident/file-withdraw')).toEqual([
    { incidentId: 'fire', attachmentId: '1', reason: '传错了' },
  ])
})

it('evidence is handed out with who has it, and before its time with a reason', async () => {
  const item = {
    ...{ id: '1', what: '当天监控', kind: 'video' as const, place: '硬盘柜', keeper: null },
    ...{ recordedAt: NOW, recordedBy: '周敏', stepId: null, keepDays: 30 },
    ...{ keepUntil: null, mayGoAt: null },
  }
  const { station } = await consoleShowing({ incidents: [{ ...fire, evidence: [item] }] })
  await openFromMenu()
  buttons('移出')[0]?.click()
  await flushPromises()
  const [to, reason] = document.querySelectorAll<HTMLInputElement>('[role=dialog] form input')
  const save = (): HTMLButtonElement | undefined => buttons('记下移出')[0]
  const type = async (field: HTMLInputElement | undefined, words: string): Promise<void> => {
    if (!field) throw new Error('no field')
    field.value = words
    field.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  await type(to, '民警李强')
  expect(save()?.disabled).toBe(true)
  await type(reason, '办案需要')
  save()?.click()
  await flushPromises()
  expect(station.of('incident/evidence-release')).toEqual([
    { incidentId: 'fire', evidenceId: '1', to: '民警李强', reason: '办案需要' },
  ])
})

const lock = {
  ...{ id: '1', what: '撬坏的锁', kind: 'object' as const, place: '保险柜', keeper: null },
  ...{ recordedAt: NOW, recordedBy: '周敏', stepId: 'a', keepDays: 30 },
  ...{ keepUntil: null, mayGoAt: null },
}
const buttonNamed = (label: string): HTMLButtonElement | null =>
  document.querySelector(`[role=dialog] li button[aria-label="${label}"]`)

it('the files that show a piece of evidence stand in its line and open from there; more are attached to it', async () => {
  const showing = { ...attached, evidenceId: '1' }
  const { station } = await consoleShowing(
    { incidents: [{ ...fire, evidence: [lock], files: [showing] }] },
    { 'incident/file-attach': () => accepted<'incident/file-attach'>({ attachmentId: '2' }) },
  )
  station.files.send = takes([])
  await openFromMenu()
  expect(textOf()).toContain('证据：撬坏的锁')
  expect(buttonNamed('查看现场.jpg')).not.toBeNull()
  buttons('附上文件')[0]?.click()
  await flushPromises()
  document.body.dispatchEvent(carry('paste', [photo('锁.jpg')]))
  await flushPromises()
  expect(station.of('incident/file-attach')).toEqual([
    { incidentId: 'fire', fileId: ID, name: '锁.jpg', stepId: 'a', evidenceId: '1' },
  ])
})

it('evidence is recorded with what was dropped on its form, once it has arrived', async () => {
  const leaves = { what: { zh: '撬坏的锁', en: 'Lock' }, keepDays: 30 }
  const { station } = await consoleShowing({
    incidents: [{ ...fire, steps: [step({ id: 'a', evidence: leaves })] }],
  })
  let arrive = (): void => undefined
  station.files.send = (content) =>
    new Promise((resolve) => {
      arrive = () =>
        resolve({ ok: true, fileId: ID, sha256: ID, bytes: content.size, format: 'jpg' })
    })
  const opener = [...document.querySelectorAll<HTMLButtonElement>('button')]
  opener.find(({ textContent }) => textContent.trim() === '记录证据…')?.click()
  await flushPromises()
  const save = (): HTMLButtonElement | undefined => buttons('记录')[0]
  const place = document.querySelectorAll<HTMLInputElement>('[role=dialog] label input')[1]
  if (!place) throw new Error('no field')
  place.value = '保险柜'
  place.dispatchEvent(new Event('input'))
  document.body.dispatchEvent(carry('drop', [photo('锁.jpg')]))
  await flushPromises()
  expect([save()?.disabled, textOf()]).toEqual([true, expect.stringContaining('正在传：锁.jpg')])
  arrive()
  await flushPromises()
  expect(textOf()).toContain('传好了，随证据一起记录：锁.jpg')
  save()?.click()
  await flushPromises()
  expect(station.of('incident/evidence-add')).toMatchObject([
    { place: '保险柜', files: [{ fileId: ID, name: '锁.jpg' }] },
  ])
})
