/**
 * Judging at the desk: only what was changed is sent, a severity is suggested and never chosen, a
 * level is lowered with a reason.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import AssessDialog from '#renderer/console/pages/now/assess/AssessDialog.vue'
import {
  badNumber,
  draftOf,
  isLowering,
  suggestionOf,
  requestsOf,
  type AssessmentDraft,
} from '#renderer/console/pages/now/assess/assessment-draft.ts'
import JudgedFacts from '#renderer/console/pages/now/assess/AssessedFacts.vue'
import IncidentHead from '#renderer/console/pages/now/incident/IncidentHead.vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, MINUTE, NOW, people } from '../board-parts.ts'
import { accepted, mountConsole, refused, read } from './desk.ts'
import { until } from '../../kit/until.ts'

const levels = [2, 3, 4].map((level) => ({
  level,
  name: localized(`${level}级`, `Level ${level}`),
}))
const assessment: Partial<BoardIncident> = {
  casualties: people({ dead: 0, serious: 2, evacuated: 500 }),
  loss: 6000,
  severity: 'ordinary',
  levels,
  impact: {
    staff: null,
    customers: 12,
    serviceInterruptedMs: 90 * MINUTE,
    operating: 'partly',
    meeting: 'paused',
    at: NOW,
    by: '周敏',
  },
}
const wishes = (before: Partial<BoardIncident>, change: Partial<AssessmentDraft>) => {
  const base = draftOf(incident({ id: 'one', levels, ...before }))
  return (
    requestsOf(base, { ...base, ...change }, 'one')?.map(({ name, input }) => [name, input]) ?? null
  )
}

const nobody = {
  ...{ dead: null, serious: null, minor: null, missing: null },
  ...{ trapped: null, atRisk: null, evacuated: null, vulnerable: null },
}

describe('the form', () => {
  it('shows what stands in the record, and nothing for what nobody has said', () => {
    expect(draftOf(incident(assessment))).toEqual({
      dead: '0',
      serious: '2',
      minor: '',
      missing: '',
      trapped: '',
      atRisk: '',
      evacuated: '500',
      vulnerable: '',
      loss: '6000',
      staff: '',
      customers: '12',
      interrupted: '90',
      level: 3,
      warning: '',
      severity: 'ordinary',
      operating: 'partly',
      meeting: 'paused',
      accident: '',
      ...{ injury: '', property: '', rescue: '', clearance: '', affairs: '' },
      reason: '',
    })
    expect(Object.values(draftOf(incident({ level: null })))).toEqual(
      Array.from({ length: 24 }, () => ''),
    )
  })

  it('sends what was changed and nothing else', () => {
    expect(wishes(assessment, {})).toBeNull()
    expect(wishes(assessment, { reason: '补充' })).toBeNull()
    expect(wishes(assessment, { dead: '1', reason: '抢救无效' })).toEqual([
      [
        'incident/assess',
        {
          incidentId: 'one',
          casualties: { ...nobody, dead: 1 },
          loss: null,
          severity: null,
          reason: '抢救无效',
        },
      ],
    ])
    expect(wishes(assessment, { trapped: '3', evacuated: '620' })).toMatchObject([
      ['incident/assess', { casualties: { ...nobody, trapped: 3, evacuated: 620 }, loss: null }],
    ])
    expect(wishes(assessment, { loss: '7000.5', severity: 'serious' })).toEqual([
      [
        'incident/assess',
        { incidentId: 'one', casualties: null, loss: 7000.5, severity: 'serious', reason: null },
      ],
    ])
    expect(wishes(assessment, { interrupted: '95' })).toEqual([
      [
        'incident/impact',
        {
          incidentId: 'one',
          affected: { staff: null, customers: null },
          serviceInterruptedMs: 95 * MINUTE,
          operating: null,
          reason: null,
        },
      ],
    ])
  })

  it('what becomes of the meeting is sent where it was changed', () => {
    const impact = { affected: { staff: null, customers: null }, serviceInterruptedMs: null }
    expect(wishes(assessment, { meeting: 'cancelled' })).toEqual([
      [
        'incident/impact',
        {
          ...{ incidentId: 'one', ...impact, operating: null, meeting: 'cancelled' },
          reason: null,
        },
      ],
    ])
  })

  it('takes no number back: a field that was emptied says nothing', () => {
    expect(wishes(assessment, { dead: '', loss: '', customers: '' })).toBeNull()
  })

  it('sets, changes and ends a pre-alert', () => {
    expect(wishes({ state: 'assessing' }, { warning: 'red' })).toEqual([
      ['incident/prealert', { incidentId: 'one', warning: 'red', reason: null }],
    ])
    expect(wishes({ state: 'prealert', warning: 'red' }, { warning: '', reason: '已过' })).toEqual([
      ['incident/prealert-end', { incidentId: 'one', reason: '已过' }],
    ])
  })

  it('lowers a level only with a reason, and raises it without', () => {
    const base = draftOf(incident({ level: 3 }))
    expect([
      isLowering(base, { ...base, level: 4 }),
      isLowering(base, { ...base, level: 2 }),
    ]).toEqual([true, false])
    expect(wishes({ level: 3 }, { level: 4 })).toBeNull()
    expect(wishes({ level: 3 }, { level: 4, reason: '已缓和' })).toEqual([
      ['incident/level', { incidentId: 'one', level: 4, reason: '已缓和' }],
    ])
    expect(wishes({ level: 3 }, { level: 2 })).toEqual([
      ['incident/level', { incidentId: 'one', level: 2, reason: null }],
    ])
  })

  it.each([
    ['dead', '-1'],
    ['dead', '1.5'],
    ['minor', '三'],
    ['evacuated', '五百'],
    ['loss', '-1'],
    ['loss', '1,000'],
    ['customers', '12345678'],
  ] as const)('%s: “%s” is no number, and nothing is sent', (field, typed) => {
    const draft = { ...draftOf(incident()), [field]: typed }
    expect(badNumber(draft)).toBe(field)
    expect(requestsOf(draftOf(incident()), draft, 'one')).toBeNull()
    expect(suggestionOf(draft, null)).toBeNull()
  })

  it('suggests as the numbers are typed (493号 art. 3)', () => {
    const draft = draftOf(incident())
    expect([
      suggestionOf(draft, null),
      suggestionOf({ ...draft, dead: '3' }, null),
      suggestionOf({ ...draft, dead: '3' }, 'socialSecurity'),
    ]).toEqual([null, 'serious', null])
  })
})

const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const type = async (label: string, value: string): Promise<void> => {
  const field = [...dialog().querySelectorAll('label')]
    .find((candidate) => candidate.textContent?.trim() === label)!
    .querySelector('input')!
  field.value = value
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
const press = async (label: string): Promise<void> => {
  ;[...dialog().querySelectorAll('button')]
    .find((button) => button.textContent?.trim() === label)!
    .click()
  await flushPromises()
}

describe('the dialog', () => {
  it('says the suggestion; it is taken by a click and by nothing else', async () => {
    const { station, show } = await mountConsole(AssessDialog, {
      incident: incident({ id: 'one', levels }),
    })
    await show({})
    await type('死亡', '3')
    expect(dialog().textContent).toContain('按人数和损失建议：较大')
    await press('采用')
    await press('记录')
    expect(station.of('incident/assess')).toMatchObject([
      { casualties: { dead: 3 }, severity: 'serious' },
    ])
  })

  it('asks an accident at work for its kind and the parts of the loss, which it adds up', async () => {
    const accident = {
      ...{ kind: null, injury: null },
      loss: { injury: null, property: null, rescue: null, clearance: null, affairs: null },
    }
    const { station, show } = await mountConsole(
      AssessDialog,
      { incident: incident({ id: 'one', levels, loss: 100, accident }) },
      {
        'types/accident-kinds': () =>
          accepted<'types/accident-kinds'>([
            { code: 'WSA10009', name: localized('火灾', 'Fire'), standard: 'GB 6441-2025' },
          ]),
      },
    )
    await show({})
    await type('财产损失（元）', '5000.5')
    await type('应急救援（元）', '800')
    const sum = [...dialog().querySelectorAll('label')].find((label) =>
      label.textContent?.includes('合计'),
    )
    expect(sum?.querySelector('input')).toMatchObject({ value: '5800.5', readOnly: true })
    await press('记录')
    expect(station.of('incident/assess')).toMatchObject([
      { loss: null, lossParts: { property: 5000.5, rescue: 800, injury: null } },
    ])
  })

  it('asks no other incident for them', async () => {
    await mountConsole(AssessDialog, { incident: incident({ id: 'one', levels }) })
    expect(dialog().textContent).not.toContain('事故类型')
  })

  it('goes on after what was taken when a later part is refused: nothing is sent twice', async () => {
    let refusing = true
    const { page, station, show } = await mountConsole(
      AssessDialog,
      { incident: incident({ id: 'one', levels }) },
      {
        'incident/impact': () =>
          refusing ? refused('conflict', '记录刚有变动') : { ok: true, position: 1, reply: {} },
      },
    )
    await show({})
    await type('轻伤', '2')
    await type('受影响顾客', '30')
    await press('记录')
    expect(dialog().querySelector('[role=alert]')?.textContent).toContain('记录刚有变动')
    expect(page.emitted('close')).toBeUndefined()
    refusing = false
    await press('记录')
    expect([station.of('incident/assess').length, station.of('incident/impact').length]).toEqual([
      1, 2,
    ])
    expect(page.emitted('close')).toHaveLength(1)
  })

  it('offers a pre-alert before a response only, and neither it nor a level once the incident is over', async () => {
    const labels = async (part: Partial<BoardIncident>): Promise<boolean[]> => {
      await mountConsole(AssessDialog, { incident: incident({ levels, ...part }) })
      return ['响应级别', '预警'].map(
        (label) => dialog().querySelector(`[aria-label="${label}"]`) !== null,
      )
    }
    expect(await labels({ state: 'assessing', plans: [], levels: [] })).toEqual([false, true])
    expect(await labels({ state: 'responding' })).toEqual([true, false])
    expect(await labels({ state: 'closed' })).toEqual([false, false])
  })
})

describe('the head of the incident', () => {
  it.each([
    [
      'zh-CN',
      '事件等级一般 死亡0人、重伤2人、已疏散500人 损失6000元 顾客12人、服务中断1时30分、部分营业、会议暂停',
    ],
    [
      'en',
      'severity ordinary 0 dead, 2 seriously injured, 500 evacuated loss 6000 yuan 12 customers, service down 1 h 30 min, partly open, meeting paused',
    ],
  ] as const)('says in few words what was judged (%s)', async (locale, words) => {
    const { page } = await mountConsole(JudgedFacts, { incident: incident(assessment) }, {}, locale)
    expect(page.findAll('.told > *').map(read).join(' ')).toBe(words)
  })

  it('keeps warning, suggestion and level apart, and says nothing where nothing was said', async () => {
    const textWith = async (part: Partial<BoardIncident>) =>
      read((await mountConsole(JudgedFacts, { incident: incident(part) })).page)
    expect(await textWith({})).toBe('')
    expect(await textWith({ state: 'prealert', warning: 'orange' })).toBe('橙色预警')
    expect(await textWith({ severitySuggested: 'major' })).toBe('建议等级重大，未判定')
  })

  it('has the dialog in its menu, also while the incident only waits to be archived', async () => {
    for (const part of [{}, { state: 'closed', moves: ['archived'] } as const]) {
      const { page, show } = await mountConsole(IncidentHead, { incident: incident(part) })
      await show({})
      await page
        .findAll('.moves button')
        .find((button) => button.text() === '更多')!
        .trigger('click')
      await until(() => expect(document.querySelector('.el-dropdown-menu')).not.toBeNull())
      const item = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')].find(
        (candidate) => candidate.textContent?.includes('人员和级别…'),
      )!
      item.click()
      await until(() => expect(dialog().textContent).toContain('已疏散'))
      const trigger = page.get('.moves button[aria-haspopup]').element as HTMLButtonElement
      trigger.focus() // as the menu does when it closes
      expect(dialog().contains(document.activeElement)).toBe(true)
      page.unmount()
    }
  })
})
