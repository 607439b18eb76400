/**
 * Lists and evidence at the desk: what is on them, how they are marked, and what a step with them
 * asks before it is finished.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import StepEvidence from '#renderer/console/pages/now/evidence/StepEvidence.vue'
import NextPane from '#renderer/console/pages/now/next/NextPane.vue'
import NowPage from '#renderer/console/pages/now/NowPage.vue'
import { asksReason, recordFrom } from '#renderer/console/pages/now/next/outcome.ts'
import WorkList from '#renderer/console/pages/now/worklist/WorkList.vue'
import type {
  BoardEvidence,
  BoardIncident,
  BoardListItem,
  BoardStep,
} from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, NOW, step } from '../board-parts.ts'
import { mountConsole, refused, press, read } from './desk.ts'
import { draft } from './outcome-draft.ts'

const entry = (id: string, part: Partial<BoardListItem> = {}): BoardListItem => ({
  id,
  name: `${id}号小区`,
  size: null,
  helper: null,
  outcome: null,
  for: null,
  reason: null,
  markedAt: null,
  markedBy: null,
  ...part,
})
const listed = (
  items: readonly BoardListItem[],
  kind: 'places' | 'persons' = 'places',
): Partial<BoardStep> => ({
  list: { of: localized('小区', 'Estates'), order: localized('从大到小', 'Largest first'), kind },
  listed: {
    done: items.filter(({ outcome }) => outcome && outcome !== 'not-reached').length,
    total: items.length,
    unmarked: items.filter(({ outcome }) => !outcome).length,
    items,
  },
})

async function shown(
  items: readonly BoardListItem[],
  kind: 'places' | 'persons' = 'places',
  part: Partial<BoardStep> = {},
  answers = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
) {
  const mounted = await mountConsole(
    WorkList,
    {
      step: step({ id: 'tell', ...listed(items, kind), ...part }),
      incident: incident({ id: 'one' }),
    },
    answers,
    locale,
  )
  await mounted.show({})
  return mounted
}
const click = async (
  page: Awaited<ReturnType<typeof shown>>['page'],
  label: string,
  at = 0,
): Promise<void> => {
  await page
    .findAll('button')
    .filter((button) => button.text() === label)
    [at]!.trigger('click')
  await flushPromises()
}

describe('a list of places', () => {
  it('counts, and shows each with its size; what is marked says how, by whom and when', async () => {
    const { page } = await shown([
      entry('1', { size: 900 }),
      entry('2', { outcome: 'not-reached', reason: '停机', markedAt: NOW, markedBy: '周敏' }),
    ])
    expect(read(page.get('.counts'))).toBe('已落实0/21项未标记')
    expect(page.findAll('li').map(read)).toEqual([
      expect.stringMatching(/^1号小区 900户.*已落实.*已交接.*未落实…/),
      expect.stringMatching(/2号小区.*未落实 停机 周敏 14:32.*改标记/),
    ])
  })

  it('names beside each the property firm of the place with its number, and says where that was not verified', async () => {
    const words = { text: '', sounds: '', initials: '' }
    const estate = {
      ...{ id: 'one', name: '1号小区', kind: 'estate', size: 900, within: null, contactPost: null },
      ...{ aliases: [], area: null, private: false, camera: null, property: 'firm', words },
    }
    const firm = {
      ...{ id: 'firm', name: '云雀物业', category: 'outside-property' as const, role: null },
      ...{ allHours: true, place: null, dueMonths: null, note: '', words },
      numbers: [
        {
          ...{ number: '8001', kind: 'short' as const, words: '' },
          ...{ verifiedAt: null, verifiedBy: null, dueAt: null, due: true },
        },
      ],
    }
    const { page } = await shown(
      [entry('1', { size: 900 }), entry('2')],
      'places',
      {},
      {
        'places/read': () => ({ ok: true, position: 1, reply: { places: [estate] } }),
        'contacts/read': () => ({ ok: true, position: 1, reply: { contacts: [firm] } }),
      },
    )
    expect(page.findAll('.firm').map(read)).toEqual(['云雀物业 8001 24小时 号码待核对'])
    expect(read(page.findAll('li')[0]!)).toMatch(/^1号小区 900户.*云雀物业 8001/)
  })

  it('is marked by a click; not reached asks why first', async () => {
    const { page, station } = await shown([entry('1'), entry('2')])
    await click(page, '已落实', 1)
    await click(page, '已交接')
    await click(page, '未落实…')
    expect(station.of('incident/list-mark')).toHaveLength(2)
    const words = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    words.value = '无人接听'
    words.dispatchEvent(new Event('input'))
    press('Enter', { on: words })
    await flushPromises()
    expect(
      station.of('incident/list-mark').map(({ item, outcome, reason }) => [item, outcome, reason]),
    ).toEqual([
      ['2', 'reached', null],
      ['1', 'handed-over', null],
      ['1', 'not-reached', '无人接听'],
    ])
    expect(document.querySelector('.el-dialog')).toBeNull()
  })

  it('is marked anew on request', async () => {
    const { page, station } = await shown([entry('1', { outcome: 'not-reached' })])
    await page.get('button[data-row]').trigger('click')
    await click(page, '已落实')
    expect(station.of('incident/list-mark')).toMatchObject([{ outcome: 'reached' }])
  })

  it('is added to with Enter, or from the register; a size is a number', async () => {
    const { page, station } = await shown(
      [],
      'places',
      {},
      {
        'incident/list-add': ({ fromRegister }: { fromRegister?: boolean | null }) =>
          fromRegister
            ? refused('bad-input', '没有登记过地点')
            : { ok: true, position: 1, reply: {} },
      },
    )
    expect(read(page)).toContain('名单为空')
    const [name, size] = page.findAll('input')
    await name!.setValue('甲苑')
    await size!.setValue('一百')
    expect(page.get('button[type=submit]').attributes('disabled')).toBeDefined()
    await size!.setValue('120')
    await page.get('form').trigger('submit')
    await flushPromises()
    await click(page, '添加全部登记地点')
    expect(station.of('incident/list-add')).toEqual([
      { incidentId: 'one', stepId: 'tell', items: [{ name: '甲苑', size: 120 }] },
      { incidentId: 'one', stepId: 'tell', fromRegister: true },
    ])
    expect((name!.element as HTMLInputElement).value).toBe('')
    expect(document.activeElement).toBe(name!.element)
    expect(read(page.get('[role=alert]'))).toContain('没有登记过地点')
  })

  it('leads to the register where that is empty, instead of a button that is refused', async () => {
    const { page } = await shown(
      [],
      'places',
      {},
      { 'site/places-read': () => ({ ok: true, position: 1, reply: { places: [] } }) },
    )
    expect(page.findAll('button').map((button) => button.text())).not.toContain('添加全部登记地点')
    expect(page.get('form a').attributes('href')).toBe('#/site?at=places')
  })

  it('has the focus on its first entry as soon as the places of the register are on it', async () => {
    const places = [{ name: '1号小区', size: 900 }]
    const { page } = await shown(
      [],
      'places',
      {},
      { 'site/places-read': () => ({ ok: true, position: 1, reply: { places } }) },
    )
    await click(page, '添加全部登记地点')
    await page.setProps({ step: step({ id: 'tell', ...listed([entry('1'), entry('2')]) }) })
    await flushPromises()
    expect(document.activeElement).toBe(page.findAll<HTMLButtonElement>('[data-row]')[0]!.element)
  })

  it('moves by the arrow keys from entry to entry', async () => {
    const { page } = await shown([entry('1'), entry('2')])
    const rows = page.findAll<HTMLButtonElement>('[data-row]')
    rows[0]!.element.focus()
    press('ArrowDown', { on: rows[0]!.element })
    expect(document.activeElement).toBe(rows[1]!.element)
  })

  it('of a finished step is only read', async () => {
    const { page } = await shown([entry('1', { outcome: 'reached' }), entry('2')], 'places', {
      state: 'done',
    })
    expect([page.findAll('button').length, page.findAll('form').length]).toEqual([0, 0])
  })
})

describe('a list of persons', () => {
  it('shows who goes with them, and takes no register; a purged name is said', async () => {
    const { page, station } = await shown(
      [entry('1', { name: '王奶奶', helper: '李强' }), entry('2', { name: null })],
      'persons',
    )
    expect(page.findAll('li .name').map(read)).toEqual(['王奶奶 陪同 李强', '（姓名已按规定清除）'])
    expect(read(page)).not.toContain('登记册')
    const [name, helper] = page.findAll('input')
    await name!.setValue('赵爷爷')
    await helper!.setValue('唐宁')
    await page.get('form').trigger('submit')
    expect(station.of('incident/list-add')).toMatchObject([
      { items: [{ name: '赵爷爷', helper: '唐宁' }] },
    ])
  })

  it('is in English, too', async () => {
    const { page } = await shown(
      [entry('1', { name: '王奶奶', helper: '李强' })],
      'persons',
      {},
      {},
      'en',
    )
    expect(read(page)).toMatch(
      /0 of 1 done1 unmarked.*with 李强.*Reached.*Handed over.*Not reached…/,
    )
  })
})

describe('finishing a step with a list', () => {
  const half = step({ id: 'tell', ...listed([entry('1', { outcome: 'reached' }), entry('2')]) })

  it('asks why as long as something is unmarked, whatever the outcome; accepting it does not', () => {
    for (const outcome of ['done', 'already-done', 'not-applicable', 'skipped'] as const)
      expect(asksReason(outcome, half)).toBe(true)
    expect([asksReason('accepted', half), asksReason('done', step(listed([])))]).toEqual([
      false,
      false,
    ])
    expect(recordFrom(draft(), half)).toBeNull()
  })

  it('by F4 opens the form, where the reason is given', async () => {
    const { station, show } = await mountConsole(NowPage)
    await show({ incidents: [incident({ id: 'one', steps: [half] })] })
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toEqual([])
    expect(document.querySelector('.el-dialog')?.textContent).toContain(
      '名单还有1项未标记，须写原因',
    )
    const words = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    words.value = '其余由物业通知'
    words.dispatchEvent(new Event('input'))
    press('Enter', { on: words })
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([
      { stepId: 'tell', outcome: 'done', reason: '其余由物业通知' },
    ])
  })

  it('once all are marked is one key', async () => {
    const { station, show } = await mountConsole(NowPage)
    await show({
      incidents: [
        incident({
          id: 'one',
          steps: [step({ id: 'tell', ...listed([entry('1', { outcome: 'reached' })]) })],
        }),
      ],
    })
    press('F4')
    await flushPromises()
    expect(station.of('incident/step')).toMatchObject([{ outcome: 'done' }])
  })
})

describe('a list with nothing in it', () => {
  it('counts nothing: it asks for the first while the step is open', async () => {
    const { page } = await shown([])
    expect(read(page)).toContain('名单为空')
    expect(read(page)).not.toContain('共0')
  })

  it('says so once the step is finished', async () => {
    const { page } = await shown([], 'places', { state: 'done', doneAt: NOW })
    expect(read(page)).toBe('没有名单')
  })
})

describe('evidence', () => {
  const video = step({
    id: 'video',
    evidence: { what: localized('当天监控', 'Video of the day'), keepDays: 30 },
  })
  const recording = (part: Partial<BoardEvidence> = {}): BoardEvidence => ({
    id: '1',
    what: '当天监控',
    kind: 'video',
    place: '监控室',
    keeper: '王磊',
    recordedAt: NOW,
    recordedBy: '周敏',
    stepId: 'video',
    keepDays: 30,
    keepUntil: null,
    mayGoAt: null,
    ...part,
  })
  const evidenceText = async (part: Partial<BoardIncident>) =>
    read(
      (await mountConsole(StepEvidence, { step: video, incident: incident(part) })).page.get('ul'),
    )

  it('is asked for by its step, and recorded in a form that knows what', async () => {
    const { page, station, show } = await mountConsole(NextPane, {
      incident: incident({ id: 'one', steps: [video] }),
    })
    await show({ incidents: [incident({ id: 'one', steps: [video] })] })
    expect(read(page)).toContain('留存证据：当天监控，保存30天或到结案，以晚者为准')
    await page
      .findAll('button')
      .find((button) => button.text() === '记录证据…')!
      .trigger('click')
    await flushPromises()
    const dialog = document.querySelector('.el-dialog')!
    const [what, place, keeper, longer] = [
      ...dialog.querySelectorAll<HTMLInputElement>('label input'),
    ]
    expect(what!.value).toBe('当天监控')
    expect(dialog.querySelector<HTMLButtonElement>('[type=submit]')?.disabled).toBe(true)
    for (const [field, value] of [
      [place!, '监控室硬盘'],
      [keeper!, '王磊'],
      [longer!, '2027-01-31'],
    ] as const) {
      field.value = value
      field.dispatchEvent(new Event('input'))
    }
    await flushPromises()
    dialog.querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('incident/evidence-add')).toEqual([
      {
        incidentId: 'one',
        stepId: 'video',
        what: '当天监控',
        kind: 'video',
        place: '监控室硬盘',
        keeper: '王磊',
        keepUntil: Date.parse('2027-02-01T00:00:00+08:00') - 1,
      },
    ])
    expect(document.querySelector('.el-dialog')).toBeNull()
  })

  it('says where it is, who keeps it, and until when', async () => {
    expect(await evidenceText({ evidence: [recording()] })).toBe(
      '当天监控 录像 存放监控室 保管人 王磊 保存到结案，至少30天 附上文件',
    )
    expect(await evidenceText({ evidence: [recording({ keepUntil: NOW })] })).toContain(
      '保存到11月24日',
    )
    expect(
      await evidenceText({ evidence: [recording({ keepUntil: NOW, mayGoAt: NOW })] }),
    ).toContain('保存期满')
    expect(await evidenceText({ drill: true, evidence: [recording()] })).toContain(
      '演练，不计保存期',
    )
  })

  it('of another step stands there', async () => {
    const { page } = await mountConsole(StepEvidence, {
      step: video,
      incident: incident({ evidence: [recording({ stepId: 'other' })] }),
    })
    expect(page.findAll('ul')).toEqual([])
  })
})
