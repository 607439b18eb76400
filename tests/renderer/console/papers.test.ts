/**
 * A site's own paper at the desk: a file that is chosen, dropped or pasted, what it would give, and
 * the page where every sentence gets its place by keys.
 */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { PaperSentenceRead } from '#shared/contract/papers.ts'
import type { PlanDraft } from '#shared/contract/plans.ts'
import PaperEntry from '#renderer/console/pages/plans/paper/PaperEntry.vue'
import PaperPage from '#renderer/console/pages/plans/paper/PaperPage.vue'
import { notPaper } from '#renderer/console/pages/plans/paper/paper-files.ts'
import { openFrom, shownOf } from '#renderer/console/pages/plans/paper/sentence-view.ts'
import { PAPER_BYTES } from '#shared/domain/paper/refusals.ts'
import { localized } from '#shared/domain/text.ts'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, press, read, refused, type ScriptedLink } from './desk.ts'

const ID = 'a'.repeat(64)
const sentence = (id: string, part: Partial<PaperSentenceRead> = {}): PaperSentenceRead => ({
  ...{ id, number: `三${id}`, paragraph: 0, heading: false, text: `句子${id}。` },
  ...{ state: 'open', uses: [], why: null, change: null, was: null },
  ...part,
})
const USE = { planId: 'lift-1', path: 'steps.l-01', title: '报告' }
const SENTENCES = [
  sentence('h', { heading: true, state: 'used', text: '三、处置' }),
  sentence('a', { state: 'used', uses: [USE] }),
  ...[sentence('b'), sentence('c'), sentence('d')],
]
const paperRead = (
  part: Partial<ReplyOf<'papers/sentences'>> = {},
): ReplyOf<'papers/sentences'> => ({
  ...{ document: 'lift', title: localized('电梯预案', 'Lift plan'), name: '电梯.docx' },
  ...{ sha256: ID, at: NOW, by: '周敏', editions: 1 },
  counts: { used: 1, aside: 0, open: 3 },
  sentences: SENTENCES,
  gone: [],
  outline: {
    plans: [
      {
        ...{ planId: 'lift-1', title: '困人', incomplete: true, questions: [] },
        steps: [
          {
            path: 'steps.l-01',
            title: '报告值班长',
            role: '值班员',
            timed: true,
            prohibits: false,
          },
        ],
      },
    ],
    ...{ incomplete: true, posts: [], types: [], pages: [] },
  },
  ...part,
})
const LOOK: ReplyOf<'papers/look'> = {
  ...{ title: '电梯困人预案', siteKinds: ['mall'], sentences: 24, known: [] },
  plans: [{ title: '困人处置', steps: 7 }],
}

function carry(type: 'drop' | 'paste', files: readonly File[]): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const data = { files, types: ['Files'], getData: () => '' }
  return Object.assign(event, type === 'drop' ? { dataTransfer: data } : { clipboardData: data })
}
const takes =
  (sent: string[]): ScriptedLink['files']['send'] =>
  async (content) => {
    sent.push((content as File).name)
    return { ok: true, fileId: ID, sha256: ID, bytes: content.size, format: 'docx' }
  }
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('[role=dialog] .form')!
const words = (): string => dialog().textContent.replace(/\s+/g, ' ')
async function settle(): Promise<void> {
  for (let times = 0; times < 8; times++) await flushPromises()
}

describe('the way into the library', () => {
  async function entry() {
    const mounted = await mountConsole(
      PaperEntry,
      {},
      {
        'papers/look': () => accepted<'papers/look'>(LOOK),
        'papers/read': () =>
          accepted<'papers/read'>({ document: 'lift', edition: 1, plans: ['lift-1'] }),
      },
    )
    const sent: string[] = []
    mounted.station.files.send = takes(sent)
    return { ...mounted, sent }
  }
  const button = (page: VueWrapper) => page.get('button')

  it('shows what a dropped file would give, and makes the drafts of it under its name', async () => {
    const { station, sent, show } = await entry()
    document.body.dispatchEvent(carry('drop', [new File(['x'], '电梯.docx')]))
    await settle()
    expect(sent).toEqual(['电梯.docx'])
    expect(words()).toContain('24句，拟出1份预案、7步')
    expect(words()).toContain('困人处置（7步）')
    const name = dialog().querySelector<HTMLInputElement>('.field-box input')!
    expect([name.value, document.activeElement]).toEqual(['电梯困人预案', name])
    await show({ incidents: [] }) // the dialog is the first that looks at the board
    dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await settle()
    expect(station.of('papers/read')).toEqual([
      { fileId: ID, name: '电梯.docx', title: '电梯困人预案', siteKinds: ['mall'] },
    ])
    expect(location.hash).toBe('#/documents/lift/paper')
  })

  it('takes pasted words as a file of text', async () => {
    const { page, sent } = await entry()
    await button(page).trigger('click')
    await settle()
    const field = dialog().querySelector('textarea')!
    field.value = '一、总则\n发现困人立即报告。'
    field.dispatchEvent(new Event('input'))
    field.dispatchEvent(new Event('paste', { bubbles: true }))
    await settle()
    expect(sent).toEqual(['粘贴的文字.txt'])
    expect(words()).toContain('24句')
  })

  it('says what would be taken in place of what is not, and sends nothing', async () => {
    const { page, sent } = await entry()
    await button(page).trigger('click')
    await settle()
    document.body.dispatchEvent(carry('drop', [new File(['x'], '电梯.doc')]))
    await settle()
    expect(words()).toContain('另存为”.docx')
    expect(sent).toEqual([])
  })

  it('says in the words of the station what is wrong with what was sent', async () => {
    const { page, station } = await entry()
    station.answers['papers/look'] = () => refused('paper-empty', '没有读到文字')
    await button(page).trigger('click')
    await settle()
    document.body.dispatchEvent(carry('drop', [new File(['x'], '扫描.pdf')]))
    await settle()
    expect(words()).toContain('没有读到文字')
  })

  it.each([
    ['file-macros', '不带宏的.docx'],
    ['file-code', '网页或程序代码（如script标签）'],
    ['file-format', '这种文件不收'],
  ])('says what to hand over in its place where the station refuses it: %s', async (code, says) => {
    const { page, station } = await entry()
    const why = { ok: false as const, code, message: localized('不收', 'Not taken') }
    station.files.send = () => Promise.resolve(why)
    await button(page).trigger('click')
    await settle()
    document.body.dispatchEvent(carry('drop', [new File(['x'], '电梯.docx')]))
    await settle()
    expect(words()).toContain(says)
  })

  it.each([
    ['a.doc', 1, 'word'],
    ['a.WPS', 1, 'word'],
    ['a.docm', 1, 'macros'],
    ['a.html', 1, 'code'],
    ['a.xlsx', 1, 'sheet'],
    ['a.pptx', 1, 'slides'],
    ['a.JPG', 1, 'picture'],
    ['a.exe', 1, 'other'],
    ['a.docx', PAPER_BYTES + 1, 'large'],
    ['a.txt', 0, 'empty'],
    ['a.docx', PAPER_BYTES, null],
    ['a.pdf', 1, null],
  ])('of %s with %d bytes it says %s', (name, size, why) => {
    expect(notPaper({ name, size })).toBe(why)
  })
})

describe('the page of a paper', () => {
  beforeEach(() => {
    location.hash = '#/documents/lift/paper'
  })
  /** `clause`: the sentence brings one into the document; `plan`: the draft of it before. */
  async function opened(
    reply = paperRead(),
    clause = false,
    plan: { draft: PlanDraft; basedOn: string } | null = {
      ...{ draft: { id: 'lift-1' }, basedOn: 'draft-2' },
    },
  ) {
    let used = false
    const saved = { savedAt: NOW, by: '周敏' }
    const answers = {
      'papers/sentences': () => accepted<'papers/sentences'>(structuredClone(reply)),
      'plans/draft-read': () =>
        accepted<'plans/draft-read'>(
          used
            ? { ...saved, draft: { id: 'lift-1', steps: [] }, basedOn: 'draft-3' }
            : plan && { ...saved, ...plan },
        ),
      'documents/draft-read': () =>
        accepted<'documents/draft-read'>({
          ...{ ...saved, draft: { id: 'lift' }, basedOn: used && clause ? 'draft-8' : 'draft-7' },
        }),
      'papers/use': () => {
        used = true
        return accepted<'papers/use'>({ planId: 'lift-1', path: 'steps.l-02' })
      },
    }
    const mounted = await mountConsole(PaperPage, { documentId: 'lift' }, answers)
    await mounted.show({ incidents: [] })
    await settle()
    const row = (id: string): HTMLElement =>
      mounted.page.get(`[data-row="${id}"]`).element as HTMLElement
    const key = async (stroke: string, more: Parameters<typeof press>[1] = {}): Promise<void> => {
      press(stroke, { on: document.activeElement as HTMLElement, ...more })
      await settle()
    }
    return { ...mounted, row, key }
  }

  it('says of every sentence what became of it in a word, and how many are open', async () => {
    const { page } = await opened()
    expect(read(page.get('.head'))).toContain('待处理3句')
    expect(read(page)).toContain('已用1句、搁置0句、待处理3句')
    expect(page.findAll('.sentences .state').map((state) => read(state))).toEqual([
      ...['标题', '✓已用', '○待处理', '○待处理', '○待处理'],
    ])
    expect(page.get('.what').attributes('href')).toBe('#/plans/lift-1/edit?at=steps.l-01')
  })

  it('walks between open sentences by J and K, and through all by arrows', async () => {
    const { row, key } = await opened()
    row('b').focus()
    await key('j')
    expect(document.activeElement).toBe(row('c'))
    await key('J')
    expect(document.activeElement).toBe(row('d'))
    await key('j')
    expect(document.activeElement).toBe(row('b'))
    await key('k')
    expect(document.activeElement).toBe(row('d'))
    await key('ArrowUp')
    await key('ArrowUp')
    await key('ArrowUp')
    expect(document.activeElement).toBe(row('a'))
  })

  it('sets aside by one key, goes on, and takes it back', async () => {
    const { row, key, station, page } = await opened()
    row('b').focus()
    await key('x')
    expect(station.of('papers/set-aside')).toEqual([{ document: 'lift', sentences: ['b'] }])
    expect(document.activeElement).toBe(row('c'))
    expect(read(page.get('.undo'))).toContain('搁置：句子b。')
    await key('z', { ctrlKey: true })
    expect(station.of('papers/take-back')).toEqual([{ document: 'lift', sentences: ['b'] }])
    expect(document.activeElement).toBe(row('b'))
  })

  it('asks for a reason only where somebody wants to say one', async () => {
    const { row, key } = await opened()
    row('b').focus()
    await key('X', { shiftKey: true })
    expect(words()).toContain('句子b。')
  })

  it('makes a step of it behind the step of the sentence before, and puts the plan back', async () => {
    const { row, key, station } = await opened()
    row('b').focus()
    await key('s')
    expect(station.of('papers/use')).toEqual([
      { document: 'lift', sentence: 'b', as: 'step', planId: 'lift-1', stepId: 'l-01' },
    ])
    await key('z', { ctrlKey: true })
    expect(station.of('plans/draft-save')).toEqual([
      { planId: 'lift-1', draft: { id: 'lift-1' }, basedOn: 'draft-3' },
    ])
    expect(station.of('documents/draft-save')).toEqual([])
  })

  it('takes the clause back that the step brought into the document', async () => {
    const { row, key, station } = await opened(paperRead(), true)
    row('b').focus()
    await key('s')
    await key('z', { ctrlKey: true })
    expect(station.of('plans/draft-save')).toHaveLength(1)
    expect(station.of('documents/draft-save')).toEqual([
      { document: 'lift', draft: { id: 'lift' }, basedOn: 'draft-8' },
    ])
  })

  it('discards a draft that was none before the step', async () => {
    const { row, key, station } = await opened(paperRead(), false, null)
    row('b').focus()
    await key('s')
    await key('z', { ctrlKey: true })
    expect(station.of('plans/draft-discard')).toEqual([{ planId: 'lift-1', basedOn: 'draft-3' }])
    expect(station.of('plans/draft-save')).toEqual([])
  })

  it.each([
    ['b', 'step-before'],
    ['n', 'prohibition'],
    ['r', 'readiness'],
    ['d', 'definition'],
  ])('%s makes it a %s', async (stroke, as) => {
    const { row, key, station } = await opened()
    row('b').focus()
    await key(stroke)
    expect(station.of('papers/use')).toMatchObject([{ sentence: 'b', as }])
  })

  it('does nothing with a heading, and nothing where there is no plan', async () => {
    const none = paperRead()
    const { row, key, station } = await opened({
      ...none,
      outline: { ...none.outline, plans: [] },
    })
    row('h').focus()
    await key('x')
    row('b').focus()
    await key('s')
    expect(station.asked.map(({ name }) => name)).not.toContain('papers/use')
    expect(station.of('papers/set-aside')).toEqual([])
  })

  it('leads from a sentence to its step, and from the step to its sentence', async () => {
    const { page, row, key } = await opened()
    row('a').focus()
    await key('Enter')
    expect(document.activeElement?.getAttribute('href')).toBe('#/plans/lift-1/edit?at=steps.l-01')
    await page.get('.side li button').trigger('click')
    await settle()
    expect(document.activeElement).toBe(row('a'))
  })

  it('leaves the draft where somebody has scrolled it while others write', async () => {
    const { row, show, station } = await opened()
    row('a').focus()
    await settle()
    const scrolled = vi.spyOn(document.querySelector('.pane .lit')!, 'scrollIntoView')
    const before = station.of('papers/sentences').length
    await show({ incidents: [], position: 900 })
    await settle()
    expect(station.of('papers/sentences').length).toBe(before + 1)
    expect(scrolled).not.toHaveBeenCalled()
  })

  it('marks what a new edition brings, and the steps whose sentence is gone', async () => {
    const gone = { id: 'g', number: '九', text: '旧句。', uses: [USE] }
    const { page } = await opened(
      paperRead({
        gone: [gone],
        sentences: [...SENTENCES, sentence('e', { change: 'changed', was: '旧写法' })],
      }),
    )
    expect(read(page.get('.gone'))).toContain('旧句。')
    expect(read(page.get('.pane'))).toContain('原句已不在新版里')
    expect(read(page)).toMatch(/改写.*原来：旧写法/)
  })
})

it('only what was asked for is listed, and the chosen one in any case', () => {
  const changed = sentence('e', { change: 'new', state: 'used' })
  const all = [...SENTENCES, changed]
  const ids = (...args: Parameters<typeof shownOf>): string =>
    shownOf(...args)
      .map(({ id }) => id)
      .join('')
  expect(ids(all, 'onlyOpen', 'a')).toBe('abcd')
  expect(ids(all, 'onlyChanged', null)).toBe('e')
  expect([openFrom(all, 'd', 1), openFrom(all, 'b', -1), openFrom([changed], 'e', 1)]).toEqual([
    ...['b', 'd', null],
  ])
})
