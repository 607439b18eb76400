/** Questions as people write them in one field, and rows of attendance out of a spreadsheet. */
import { describe, expect, it } from 'vitest'
import { spokenTrigger } from '#shared/domain/match/triggers.ts'
import { questionsText, readQuestions } from '#shared/domain/training-course/question-text.ts'
import { readPasted } from '#shared/domain/training/pasted-rows.ts'

describe('questions in one field', () => {
  const questions = [
    { text: '火警电话？', answers: ['110', '119'], right: 1 },
    { text: '疏散走哪里？', answers: ['楼梯', '电梯'], right: 0 },
  ]

  it('are written and read the same', () => {
    expect(readQuestions(questionsText(questions))).toEqual({ questions, fault: null })
    expect(readQuestions('')).toEqual({ questions: [], fault: null })
  })

  it('take the signs of a Chinese keyboard', () => {
    const typed = '火警电话？\n－ 110\n＋119\n\n\n疏散走哪里？\n√楼梯\n— 电梯'
    expect(readQuestions(typed).questions).toEqual(questions)
  })

  it.each([
    ['火警电话？\n- 110\n- 119', '第1题：正确的选项要有且只有一个'],
    ['火警电话？\n+ 110\n+ 119', '第1题：正确的选项要有且只有一个'],
    ['火警电话？\n+ 119', '第1题：要有2到6个选项'],
    ['火警电话？\n+ 119\n- 119', '第1题：有两个选项相同'],
    ['火警电话？\n+ 119\n110', '第1题：每个选项一行'],
  ])('say which is wrong, and how: %j', (typed, words) => {
    expect(readQuestions(typed).fault?.zh).toContain(words)
  })
})

describe('pasted rows', () => {
  it('are read by their heads, in whatever order, with days as offices write them', () => {
    const pasted = [
      '2026年培训签到',
      '姓名\t培训课程\t培训日期\t时长（分钟）\t地点\t主讲人\t成绩',
      '李工\t灭火\t2026/3/1\t90\t会议室\t外请教员\t95分',
      '王芳\t灭火\t2026年3月1日\t\t\t\t',
      '',
    ].join('\n')
    expect(readPasted(pasted)).toEqual({
      rows: [
        {
          ...{ row: 3, date: '2026-03-01', course: '灭火', person: '李工', minutes: 90 },
          ...{ place: '会议室', leader: '外请教员', score: 95 },
        },
        { row: 4, date: '2026-03-01', course: '灭火', person: '王芳' },
      ],
      fault: null,
    })
  })

  it('with commas are read, too; a missing column and a wrong day are named', () => {
    expect(readPasted('课程,日期,姓名\n灭火,2026-03-01,李工').rows).toHaveLength(1)
    expect(readPasted('课程\t姓名\n灭火\t李工').fault).toEqual({ kind: 'heads' })
    expect(readPasted('课程\t日期\t姓名\n灭火\t2026-02-30\t李工').fault).toEqual({
      ...{ kind: 'badDay', row: 2 },
    })
  })
})

it('a trigger is spoken by the first way of saying each of its parts', () => {
  expect(spokenTrigger('热线|客服电话 打不进|打不通')).toBe('热线打不进')
  expect(spokenTrigger('报火警')).toBe('报火警')
})
