/** Tests a wall while incidents run. */
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, NOW, board, fact, incident, people, plan, step } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'

import { live, push, row, rows, sent, show, shown, useWall, wall } from './wall-kit.ts'

useWall()

describe('a running wall', () => {
  it('says what is burning, who has it and how much time is left, nearest limit first', async () => {
    await show(sampleBoard(3))
    expect(rows()).toEqual(['hotline', 'fire', 'drill'])
    expect(wall.get('.counts').text()).toBe('进行中2超时1演练1')
    const fire = row('fire').text()
    for (const word of [
      '政务大厅二楼',
      '火灾',
      '响应中',
      '保安',
      '李强',
      '带领群众撤出',
      '07:12',
      '已48秒',
      '二级',
    ])
      expect(fire).toContain(word)
    expect(wall.findAll('.month')).toHaveLength(1)
    expect(wall.get('.clock').text()).toBe('14:32:08')
  })

  it('inverts what is late with its owner, counts up with a sign, and blinks by the beat of the root', async () => {
    await show(sampleBoard(2))
    expect(row('hotline').classes()).toEqual(expect.arrayContaining(['late', 'blinking', 'lead']))
    expect(row('hotline').get('.plate').attributes('data-late')).toBe('true')
    expect(row('hotline').get('.hero').text()).toBe('+02:14')
    expect(wall.get('.alarming').text()).toBe('超时1')
    expect(row('fire').classes()).not.toContain('late')
    await live(1)
    expect(row('hotline').get('.hero').text()).toBe('+02:15')
    expect(document.documentElement.dataset.beat).toBe('on')
    await vi.advanceTimersByTimeAsync(700)
    expect(document.documentElement.dataset.beat).toBe('off')
  })

  it('is steady five minutes after the alert was raised, and still inverse', async () => {
    await show(sampleBoard(1))
    await live(170)
    expect(row('hotline').classes()).toEqual(expect.arrayContaining(['late']))
    expect(row('hotline').classes()).not.toContain('blinking')
    await vi.advanceTimersByTimeAsync(700)
    expect(document.documentElement.dataset.beat).toBe('on')
  })

  it('turns near at 80 % and late at the very second', async () => {
    const sample = sampleBoard(8)
    await show({ ...sample, incidents: sample.incidents.filter(({ id }) => id === 'fire') })
    expect(row('fire').attributes('data-standing')).toBe('far')
    await live(336)
    expect(row('fire').attributes('data-standing')).toBe('near')
    await live(96)
    expect(row('fire').attributes('data-standing')).toBe('late')
    expect(wall.get('.counts').text()).toBe('进行中1超时1')
  })

  it('from four incidents on pages every four seconds a row that is new on them, eight at the most, the lead and level Ⅰ on each, and no ground is left empty', async () => {
    await show(sampleBoard(8))
    expect(rows()).toEqual(['ill', 'hotline', 'fire'])
    expect(wall.get('.columns .limit').text()).toBe('要紧事')
    expect(wall.get('.head .page').text()).toBe('第1/4页')
    await live(4) // of what stands there the last page does not have the fire alone
    expect(rows()).toEqual(['ill', 'net', 'recharge'])
    await live(4)
    expect(rows()).toEqual(['ill', 'net', 'recharge'])
    await live(4)
    expect(rows()).toEqual(['ill', 'power', 'angry'])
    await live(8)
    expect(rows()).toEqual(['ill', 'hotline', 'drill'])
    await live(8)
    expect(rows()).toEqual(['ill', 'hotline', 'fire'])
  })

  it('the month waits as long as a late limit is not acknowledged', async () => {
    await show(sampleBoard(8))
    for (let turn = 0; turn < 20; turn++) {
      await live(8)
      expect(wall.find('.month').exists()).toBe(false)
    }
  })

  it('the month has eight seconds in about a minute, and what presses stays above it', async () => {
    const sample = sampleBoard(8)
    const chosen = sample.incidents.filter(({ id }) =>
      ['hotline', 'ill', 'power', 'net', 'angry'].includes(id),
    )
    await show({
      ...sample,
      incidents: chosen.map((incident) => ({
        ...incident,
        alerts: incident.alerts.map((each) => ({ ...each, acknowledgedAt: NOW })),
      })),
    })
    const seen: string[] = []
    for (let turn = 0; turn < 16; turn++) {
      seen.push(
        wall.find('.month').exists()
          ? `${rows().join(' ')} + ${wall.find('.head .page').exists()}`
          : '',
      )
      await live(8)
    }
    expect(seen.flatMap((page, i) => (page ? [`${i}: ${page}`] : []))).toEqual([
      '7: ill hotline + false',
      '15: ill hotline + false',
    ])
  })

  it('shows a new incident at once, on whichever page it stands', async () => {
    await show(sampleBoard(7))
    await live(1)
    const angry = sampleBoard(8).incidents.find(({ id }) => id === 'angry')!
    push({
      kind: 'incident',
      previous: 100,
      position: 101,
      now: Date.now(),
      incidentId: 'angry',
      incident: angry,
      month: shown.month,
      lastIncidentAt: null,
    })
    await nextTick()
    expect(rows()).toContain('angry')
  })

  it('announces one thing at a time and whole, on two lines if need be, that of a drill last', async () => {
    const sample = sampleBoard(3)
    const long = localized('自助充值故障，急需的客户请到就近的营业厅', 'Recharge is down')
    await show({
      ...sample,
      unpublishedYear: '2027',
      incidents: sample.incidents.map((incident) =>
        incident.drill ? { ...incident, notices: [long] } : incident,
      ),
    })
    const notices: string[] = []
    for (let turn = 0; turn < 4; turn++) {
      notices.push(
        `${wall.get('.foot .page').text()} ${wall.get('.notice').text()}${wall.get('.notice').classes('two') ? ' (2)' : ''}`,
      )
      await live(8)
    }
    expect(notices.toSorted()).toEqual([
      '1/4 热线抢修中，各营业厅请代为解释',
      '2/4 请勿使用电梯',
      '3/4 2027年节假日安排未录入',
      '4/4 演练：自助充值故障，急需的客户请到就近的营业厅 (2)',
    ])
  })

  it('names the stage, the role before several people, and at most three steps to come beside another incident', async () => {
    const steps = ['一', '二', '三', '四', '五'].map((word) =>
      step({
        short: localized(`第${word}步`, word),
        role: localized('信息中心', 'IT centre'),
        people: ['湾大乙', '湾小乙'],
      }),
    )
    await show(board({ incidents: [incident({ id: 'many', steps, state: 'responding' })] }))
    expect(row('many').get('.state').text()).toBe('响应中响应3/7')
    expect(row('many').get('.plate').text()).toBe('信息中心湾大乙等')
    // the five, and which post commands
    expect(row('many').findAll('.then')).toHaveLength(6)
    push({
      kind: 'board',
      board: board({
        position: 101,
        now: NOW,
        incidents: [incident({ id: 'many', steps }), incident({ id: 'other' })],
      }),
    })
    await nextTick()
    expect(row('many').findAll('.then')).toHaveLength(3)
  })

  it("gives the stage by its number where it has no column, and to nobody's cost", async () => {
    const role = localized('信息中心', 'IT centre')
    const at = (...people: string[]) =>
      board({ incidents: [incident({ id: 'at', steps: [step({ people, role })] })] })
    await show(at('王磊'), '?lang=en')
    expect(row('at').get('.state').text()).toBe('Responding3/7')
    wall.unmount()
    await show(at('Bartholomew Featherstonehaugh'), '?lang=en')
    expect(row('at').get('.state').text()).toBe('Responding')
    wall.unmount()
    // the elapsed time gives way to it
    await show(at('湾大乙丙丁戊'), '?lang=en')
    expect(row('at').get('.state').text()).toBe('Responding3/7')
    expect(row('at').get('.plate').text()).toBe('IT centre湾大乙丙丁戊')
    wall.unmount()
    vi.stubGlobal('innerWidth', 1080)
    vi.stubGlobal('innerHeight', 1920)
    await show(at('王磊'))
    expect(row('at').get('.state').text()).toBe('响应中3/7')
    expect(row('at').get('.plate').text()).toBe('信息中心王磊')
  })

  it('asks what a limit waits for before the next step, and names the post that answers', async () => {
    const waits = step({ id: 'waits', state: 'waiting' })
    const limit = step({ id: 'limit', startedAt: NOW, dueAt: NOW + 10 * MINUTE })
    const waiting = incident({
      id: 'waiting',
      steps: [limit, waits, step({ id: 'next', short: localized('通知客户', 'Tell them') })],
      facts: [fact({ key: 'back', decides: ['waits'] })],
      asks: { key: 'back', planId: 'plan-1' },
    })
    await show(board({ incidents: [waiting] }))
    const lines = row('waiting').findAll('.then')
    expect(lines[0]?.text()).toBe('待回答话务恢复了吗信息中心')
    expect(lines[1]?.text()).toContain('下一步')
  })

  it('names the colour of a warning, and a start that somebody has yet to confirm', async () => {
    const plans = [plan({ provisional: true, confirmer: localized('行长', 'Head') })]
    const warned = incident({ id: 'storm', state: 'prealert', warning: 'orange', plans: [] })
    const begun = incident({ id: 'begun', plans, steps: [step()] })
    await show(board({ incidents: [warned, begun] }))
    const colour = row('storm').get('[data-mark="warning"]')
    expect([colour.text(), colour.attributes('data-colour')]).toEqual(['橙色预警', 'orange'])
    expect(row('begun').get('[data-mark="provisional"]').text()).toBe('先行启动·待确认')
  })

  it('tells who needs help first among the others', async () => {
    const casualties = people({ vulnerable: 12 })
    await show(board({ incidents: [incident({ id: 'home', casualties, steps: [step()] })] }))
    expect(row('home').get('[data-mark="vulnerable"]').text()).toBe('老幼病残孕12')
  })

  it('says the stage alone where the state would contradict it', async () => {
    const after = incident({
      id: 'after',
      state: 'responding',
      steps: [step({ stage: 'recover' })],
    })
    await show(board({ incidents: [after] }))
    expect(row('after').get('.state').text()).toBe('善后6/7')
  })

  it('shortens its marks where a state and no plan stand beside them, so that the time still fits', async () => {
    const casualties = people({ dead: 1, serious: 2, minor: 3, missing: 1, trapped: 3 })
    const reported = { plans: [], steps: [], alerts: [], casualties }
    await show(
      board({
        incidents: [
          incident({ ...reported, id: 'new', state: 'reported' }),
          incident({ ...reported, id: 'other', state: 'responding', plans: [plan()] }),
        ],
      }),
    )
    await live(1)
    expect(row('new').get('.sub').text()).toMatch(/^已接报死1 伤5 失联1 被困3已/)
    expect(row('other').get('.sub').text()).toContain('死1 重2 轻3 失联1 被困3')
  })

  it('says who knows of what is late, and nobody in a public hall', async () => {
    const sample = sampleBoard(1)
    const known = {
      ...sample,
      incidents: sample.incidents.map((each) => ({
        ...each,
        alerts: each.alerts.map((raised) => ({
          ...raised,
          acknowledgedAt: NOW,
          acknowledgedBy: '周敏',
        })),
      })),
    }
    await show(sample)
    expect(row('hotline').find('[data-mark="known"]').exists()).toBe(false)
    wall.unmount()
    await show(known)
    expect(row('hotline').get('[data-mark="known"]').text()).toBe('周敏已知悉')
    wall.unmount()
    await show(known, '?privacy=1')
    expect(row('hotline').get('[data-mark="known"]').text()).toBe('已知悉')
  })

  it('a limit that is near has an edge: amber alone is no sign', async () => {
    const sample = sampleBoard(8)
    await show({ ...sample, incidents: sample.incidents.filter(({ id }) => id === 'fire') })
    expect(row('fire').find('.near-edge').exists()).toBe(false)
    await live(336)
    expect(row('fire').attributes('data-standing')).toBe('near')
    expect(row('fire').find('.near-edge').exists()).toBe(true)
  })

  it('a limit whose clock has not started is named, and nothing is no dash; a month without a due limit has none due yet', async () => {
    const month = { ...board().month, limits: { due: 0, met: 0, late: 0 } }
    await show(
      board({
        month,
        incidents: [
          incident({
            id: 'pending',
            steps: [step({ short: localized('10分钟内修通', 'Repair'), pending: true })],
          }),
          incident({ id: 'none', steps: [step()] }),
        ],
      }),
    )
    expect(row('pending').get('.limit').text()).toBe('10分钟内修通尚未计时')
    expect(row('none').get('.limit').text()).toBe('')
    expect(wall.get('.month').text()).toContain('尚无时限到期')
  })

  it('says what it has seen of the record and the record lacks, and tells the station', async () => {
    const seen = { record: 'r', position: 120, hash: 'a', at: NOW - 60 * MINUTE, missed: null }
    localStorage.setItem('vigil.heads.wall', JSON.stringify([seen]))
    const head = { record: 'r', position: 113, hash: 'b' }
    await show({ ...sampleBoard(1), head })
    const texts = new Set<string>()
    for (let second = 0; second < 60; second++) {
      await live(1)
      texts.add(wall.get('.foot .notice').text())
    }
    expect([...texts].join('')).toMatch(/本屏见过记录第120条/)
    expect([...texts].join('')).toMatch(/缺7条.*报告管理员/)
    expect(sent.findLast(({ name }) => name === 'wall/alive')).toMatchObject({
      input: { head: { position: 120, hash: 'a' } },
    })
    localStorage.removeItem('vigil.heads.wall')
  })

  it('says that storage has failed before anything else', async () => {
    await show({ ...sampleBoard(1), storageFailed: true })
    expect(wall.get('.failed').text()).toBe('存盘失败：新记录没有保存')
  })
})

describe('a drill', () => {
  it('is hollow, boxed and watermarked in its row, and never in the counts of real ones', async () => {
    await show(sampleBoard(3))
    expect(row('drill').classes()).toContain('drill')
    expect(row('drill').get('.tag').text()).toBe('演练')
    expect(row('drill').find('.mark').exists()).toBe(true)
    expect(row('drill').get('.badge').attributes('data-drill')).toBe('true')
    expect(row('fire').find('.mark').exists()).toBe(false)
  })

  it('alone on the wall stands in the header too', async () => {
    const sample = sampleBoard(3)
    await show({ ...sample, incidents: sample.incidents.filter(({ drill }) => drill) })
    expect(wall.get('.only').text()).toBe('演练 演练 演练')
    expect(wall.get('.counts').text()).not.toContain('进行中')
  })
})
