/** Plans as files, and a new plan. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ImportDocument from '#renderer/console/pages/plans/document/edit/files/ImportDocument.vue'
import ImportPlan from '#renderer/console/pages/plans/edit/files/ImportPlan.vue'
import NewPlanDialog from '#renderer/console/pages/plans/edit/files/NewPlanDialog.vue'
import {
  idIn,
  importPlan,
  notTaken,
  textOf,
} from '#renderer/console/pages/plans/edit/files/plan-files.ts'
import { localized } from '#shared/domain/text.ts'
import { mountConsole, scriptedLink, refused, accepted } from './desk.ts'
import { PLAN, sourceOf } from './editor.ts'
import { documentSummary, planSummary } from './plans.ts'
import { settled, dialog, submit } from './editor-dialog.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('plans as files', () => {
  it.each<[string, readonly number[], string | null]>([
    ['UTF-8', [0xe7, 0x81, 0xab, 0xe7, 0x81, 0xbe], '火灾'],
    ['GBK', [0xbb, 0xf0, 0xd4, 0xd6], '火灾'],
    ['no text at all', [0xff, 0xff, 0xff], null],
    ['nothing', [], ''],
  ])('reads the bytes of a file: %s', async (_, bytes, text) => {
    expect(await textOf(new Blob([new Uint8Array(bytes)]))).toBe(text)
  })

  it('does not even read what is far too large', async () => {
    expect(await textOf(new Blob([new Uint8Array(1024 * 1024 + 1)]))).toBeNull()
  })

  it.each([
    ['id: mall-fire', 'mall-fire'],
    ['# note\nid: "a-b" # here\ndocument: x', 'a-b'],
    ['steps:\n  - id: s-1', null],
    ['', null],
  ])('reads the id of %j', (yaml, id) => {
    expect(idIn(yaml)).toBe(id)
  })

  it('takes a file in under what is there, and never over somebody’s draft without a word', async () => {
    const station = scriptedLink({
      'plans/draft-read': () =>
        accepted<'plans/draft-read'>({ draft: {}, basedOn: 'draft-3', savedAt: 0, by: '李强' }),
      'plans/import': () =>
        accepted<'plans/import'>({ planId: 'mall-fire', findings: [], basedOn: 'draft-4' }),
    })
    expect(await importPlan(station.request, 'id: mall-fire')).toMatchObject({
      ok: false,
      planId: 'mall-fire',
      draft: { by: '李强' },
    })
    expect(station.of('plans/import')).toEqual([])
    expect(await importPlan(station.request, 'id: mall-fire', true)).toEqual({
      ok: true,
      planId: 'mall-fire',
      findings: 0,
    })
    expect(station.of('plans/import')).toEqual([{ yaml: 'id: mall-fire', basedOn: 'draft-3' }])
  })

  it.each([
    ['电梯困人.docx', 'PK\u0003', /Word.*\.yaml.*新预案…/],
    ['排班.XLS', 'x', /表格/],
    ['预案.pdf', '%PDF', /PDF/],
    ['照片.JPG', 'x', /图片/],
    ['电梯困人.txt', '一、发现有人被困，立即报维保单位。', /没有预案编号.*\.yaml.*新预案…/],
  ])('%s is refused in words that say what is taken instead', (name, text, words) => {
    const message = notTaken({ name, size: text.length }, text)
    expect(message?.zh).toMatch(words)
    expect(message?.en).toMatch(/\.yaml.*New plan…/)
  })

  it('says which of the two a file is: too large, or no text', () => {
    expect(notTaken({ name: 'x.yaml', size: 2 ** 21 }, null)?.zh).toContain('超过1MB')
    expect(notTaken({ name: 'x.yaml', size: 3 }, null)?.zh).toContain('不是文字')
    expect(notTaken({ name: 'x.txt', size: 12 }, 'id: mall-fire')).toBeNull()
  })

  it('a picked file that is no plan is refused with every finding', async () => {
    const { page } = await mountConsole(
      ImportPlan,
      {},
      {
        'plans/import': () =>
          refused('not-a-plan', '这不是本程序导出的预案，没有导入', [
            'id: missing: 缺少编号 / no id',
          ]),
      },
    )
    const field = page.get<HTMLInputElement>('input[type=file]')
    Object.defineProperty(field.element, 'files', { value: [new File(['id: Hello'], 'x.yaml')] })
    await field.trigger('change')
    await settled()
    await settled()
    expect(dialog().textContent).toMatch(/没有导入.*这不是本程序导出的预案.*缺少编号/)
  })
})

describe('a whole document as a file', () => {
  it('names what it would replace by the titles of these drafts, and by an id only what has none', async () => {
    const at = { isNew: true, savedAt: 0, by: '李强' }
    const { page, show } = await mountConsole(
      ImportDocument,
      {},
      {
        'documents/import': () =>
          refused('draft-exists', '本机已有这些草稿', ['lift', 'lift-trapped', 'lift-2']),
        'documents/drafts': () =>
          accepted<'documents/drafts'>([
            { ...at, document: 'lift', title: localized('电梯应急预案', ''), plans: [] },
          ]),
        'plans/drafts': () =>
          accepted<'plans/drafts'>([
            { ...at, planId: 'lift-trapped', title: localized('电梯困人', ''), document: 'lift' },
            { ...at, planId: 'lift-2', title: null, document: 'lift' },
          ]),
      },
    )
    await show({})
    const field = page.get<HTMLInputElement>('input[type=file]')
    Object.defineProperty(field.element, 'files', { value: [new File(['a: 1'], 'x.yaml')] })
    await field.trigger('change')
    await settled()
    await settled()
    await settled()
    const lines = [...dialog().querySelectorAll('li')].map((line) => line.textContent)
    expect(lines).toEqual(['电梯应急预案', '电梯困人', 'lift-2'])
  })
})

describe('a new plan', () => {
  const answers = {
    'documents/list': () => accepted<'documents/list'>([documentSummary('gas-customer-service')]),
    'plans/list': () =>
      accepted<'plans/list'>([planSummary(PLAN, { document: 'gas-customer-service' })]),
    'plans/drafts': () =>
      accepted<'plans/drafts'>([
        { planId: 'taken', document: null, title: null, isNew: true, savedAt: 0, by: '李强' },
      ]),
    'plans/source': () => accepted<'plans/source'>({ draft: sourceOf(PLAN) }),
    'plans/draft-save': () => accepted<'plans/draft-save'>({ findings: [], basedOn: 'draft-1' }),
  }
  const name = async (...both: readonly string[]): Promise<void> => {
    for (const [at, words] of both.entries()) {
      const field = dialog().querySelectorAll('textarea')[at]!
      field.value = words
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await settled()
    }
  }

  it('asks for the name only, in the language of the face, and finds an id that is free', async () => {
    const { page, station, show } = await mountConsole(
      NewPlanDialog,
      { document: 'gas-customer-service' },
      answers,
    )
    await show({})
    await settled()
    expect(dialog().querySelectorAll('textarea')).toHaveLength(1)
    expect(document.activeElement).toBe(dialog().querySelector('textarea'))
    await submit()
    expect(station.of('plans/draft-save')).toEqual([]) // it has no name yet
    await name('Taken')
    expect(dialog().textContent).toContain('编号 taken-2')
    await submit()
    expect(station.of('plans/draft-save')).toMatchObject([
      {
        planId: 'taken-2',
        basedOn: null,
        draft: {
          id: 'taken-2',
          document: 'gas-customer-service',
          title: { zh: 'Taken' },
          short: { zh: 'Taken' },
          steps: [{ id: 't2-01', stage: 'respond' }],
        },
      },
    ])
    expect(page.emitted('made')).toEqual([['taken-2']])
  })

  it('begins as a copy, whose steps have ids of their own', async () => {
    const { station, show } = await mountConsole(NewPlanDialog, { from: PLAN }, answers)
    await show({})
    await settled()
    await submit()
    const [saved] = station.of('plans/draft-save')
    expect(saved).toMatchObject({
      planId: `${PLAN}-copy`,
      draft: { title: { zh: expect.stringContaining('副本') } },
    })
    expect((saved?.draft as { steps: { id: string }[] }).steps.map(({ id }) => id)).not.toContain(
      'hl-01',
    )
  })
})
