/**
 * Papers of training: its record as a register, the sheet on which attendees sign, and the
 * questions of a course to answer by hand.
 */
import { localDate } from '../calendar.ts'
import { minuteText } from '../wording/instant.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { ExamQuestion } from '../training-course/course.ts'
import type { TrainingFigures } from '../training/figures.ts'
import type { Standing } from '../training/standing.ts'
import type { Column, ReportDocument, Section, Table } from './document.ts'
import { documentOf, type RegisterHead } from './register-document.ts'
import { column, plain, table } from './table.ts'

/** What the papers show; a purged name is empty. Instants in UTC ms. */
export type TrainingOnPaper = {
  today: string
  persons: readonly { id: string; name: string; posts: readonly LocalizedText[] }[]
  courses: readonly {
    id: string
    title: string
    exams: readonly {
      learner: { name: string }
      takenAt: number
      right: number
      of: number
      passed: boolean
      paper: boolean
    }[]
  }[]
  sessions: readonly {
    courseId: string
    heldAt: number
    minutes: number
    place: string
    leader: { name: string }
    attendees: readonly { name: string }[]
  }[]
  owed: readonly Standing[]
  plans: readonly {
    title: LocalizedText
    readers: readonly { personId: string; state: string }[]
  }[]
  figures: TrainingFigures
}
type Head = { site: LocalizedText; zone: string }

const NO_NAME = '—'
const named = ({ name }: { name: string }): string => name || NO_NAME
const joined = (texts: readonly LocalizedText[]): LocalizedText =>
  localized(texts.map(({ zh }) => zh).join('、'), texts.map(({ en }) => en).join(', '))
const both = (text: string): LocalizedText => localized(text, text)

export const STANDING_NAMES: Readonly<Record<Standing['state'], LocalizedText>> = {
  missing: localized('未培训', 'Missing'),
  expired: localized('已过期', 'Expired'),
  soon: localized('将到期', 'Expires soon'),
  valid: localized('有效', 'Valid'),
}
const FIGURES = [
  ['sessions', '培训场次', 'Sessions'],
  ['attendances', '参加人次', 'Attendances'],
  ['persons', '培训人数', 'Persons trained'],
  ['exams', '考核人次', 'Exams'],
  ['passed', '合格', 'Passed'],
  ['signedOff', '预案签收', 'Sign-offs'],
  ['lacking', '期末未培训或过期', 'Missing or expired at the end'],
] as const satisfies readonly (readonly [keyof TrainingFigures, string, string])[]

/** The figures of a period in one line; hours with one place. */
export const trainingFiguresTable = (figures: TrainingFigures): Table =>
  table(
    'training-figures',
    localized('培训情况', 'Training in figures'),
    [
      ...FIGURES.map(([id, zh, en]): Column => column(id, zh, en)),
      column('minutes', '学时', 'Time', 'duration'),
    ],
    [[...FIGURES.map(([id]) => plain(figures[id])), plain(figures.minutes * 60_000)]],
    { empty: localized('没有培训', 'There was no training') },
  )

const register = (
  id: string,
  title: LocalizedText,
  columns: readonly Column[],
  rows: readonly (readonly (LocalizedText | string | number | null)[])[],
): Section => ({
  ...{ id, title, words: [], charts: [] },
  tables: [
    {
      ...{ id, title, columns },
      rows: rows.map((cells) => cells.map(plain)),
      empty: localized('没有记录', 'There is no record'),
    },
  ],
})

/** All of it, as it is exported: who lacks what, sessions with attendees, exams, sign-offs. */
export function trainingDocument(read: TrainingOnPaper, { site, zone }: Head): ReportDocument {
  const { today, persons, courses, sessions, owed, plans } = read
  const person = (id: string) => persons.find((entry) => entry.id === id)
  const title = localized('培训记录', 'Training record')
  const titleOf = (id: string): string => courses.find((course) => course.id === id)?.title ?? ''
  const NAME = column('name', '姓名', 'Name', 'text')
  const COURSE = column('course', '课程', 'Course', 'text')
  return {
    ...{ kind: 'register', name: `training-${today}`, title, mark: null, zone },
    lines: [site, both(today)],
    sections: [
      register(
        'training-owed',
        localized('应训人员', 'Who owes what'),
        [
          NAME,
          column('posts', '岗位', 'Posts', 'text'),
          COURSE,
          column('state', '情况', 'Standing', 'text'),
          column('last', '上次合格', 'Last done', 'date'),
          column('until', '有效至', 'Valid until', 'date'),
        ],
        owed.map(({ personId, courseId, state, last, until }) => {
          const posts = person(personId)?.posts ?? []
          return [
            person(personId)?.name ?? NO_NAME,
            joined(posts),
            ...[titleOf(courseId), STANDING_NAMES[state], last, until],
          ]
        }),
      ),
      register(
        'training-sessions',
        localized('培训签到', 'Attendance'),
        [
          column('at', '时间', 'Time', 'instant'),
          COURSE,
          column('minutes', '分钟', 'Minutes'),
          column('place', '地点', 'Place', 'text'),
          column('leader', '主讲', 'Led by', 'text'),
          NAME,
        ],
        sessions.flatMap((session) =>
          session.attendees.map((attendee) => [
            ...[session.heldAt, titleOf(session.courseId), session.minutes, session.place],
            ...[named(session.leader), named(attendee)],
          ]),
        ),
      ),
      register(
        'training-exams',
        localized('考核', 'Exams'),
        [
          column('at', '时间', 'Time', 'instant'),
          COURSE,
          NAME,
          column('right', '答对', 'Right'),
          column('of', '题数', 'Of'),
          column('result', '结果', 'Result', 'text'),
        ],
        courses.flatMap(({ title: course, exams }) =>
          exams.map(({ takenAt, learner, right, of, passed }) => [
            ...[takenAt, course, named(learner), right, of],
            passed ? localized('合格', 'Passed') : localized('不合格', 'Failed'),
          ]),
        ),
      ),
      register(
        'sign-offs',
        localized('预案签收', 'Sign-offs'),
        [column('plan', '预案', 'Plan', 'text'), NAME, column('state', '情况', 'Standing', 'text')],
        plans.flatMap((plan) =>
          plan.readers.map(({ personId, state }) => [
            plan.title,
            person(personId)?.name ?? NO_NAME,
            state === 'signed' ? localized('已签收', 'Signed') : localized('未签收', 'Not signed'),
          ]),
        ),
      ),
      {
        ...{ id: 'training-figures', title: localized('本年合计', 'This year'), words: [] },
        ...{ tables: [trainingFiguresTable(read.figures)], charts: [] },
      },
    ],
  }
}

const ATTENDANCE: readonly Column[] = [
  column('name', '姓名', 'Name', 'text'),
  column('post', '岗位', 'Post', 'text'),
  column('present', '签到', 'Present', 'text'),
  column('score', '成绩', 'Score', 'count'),
  column('course', '课程', 'Course', 'text'),
  column('day', '日期', 'Date', 'date'),
  column('minutes', '分钟', 'Minutes', 'count'),
  column('place', '地点', 'Place', 'text'),
  column('leader', '主讲', 'Led by', 'text'),
]
const YES = localized('是', 'Yes')

/**
 * Who was there at each session that has been held, a row a person, which can be read again
 * (`register-import/`); a table to fill in has two rows of examples, which are not read.
 */
export function attendanceDocument(
  { persons, courses, sessions, today }: TrainingOnPaper,
  head: RegisterHead,
): ReportDocument {
  const postsOf = (name: string): LocalizedText | null => {
    const [person, other] = persons.filter((known) => known.name === name)
    return person && !other ? joined(person.posts) : null
  }
  const past = sessions
    .map((session) => ({ ...session, day: localDate(session.heldAt, head.zone) }))
    .filter(({ day }) => day <= today)
  const rows = past.flatMap(({ courseId, day, minutes, place, leader, attendees }) =>
    attendees
      .filter(({ name }) => name !== '')
      .map(({ name }) => [
        ...[name, postsOf(name), YES, null],
        ...[courses.find(({ id }) => id === courseId)?.title ?? '', day],
        ...[minutes || null, place || null, leader.name || null],
      ]),
  )
  const example = [
    ...[localized('示例：王小明', 'Example: Wang Xiaoming'), localized('值班员', 'Duty officer')],
    ...[YES, 85, localized('消防安全', 'Fire safety'), '2026-01-15', 60],
    ...[localized('会议室', 'Meeting room'), localized('李小红', 'Li Xiaohong')],
  ]
  return documentOf('attendance', head, {
    columns: ATTENDANCE,
    rows: (head.template ? [example] : rows).map((cells) => cells.map(plain)),
  })
}

const BLANK_ROWS = 12

/** The sheet on which attendees sign, with those who are expected and blank lines after them. */
export function attendanceSheet(
  { course, expected }: { course: string; expected: readonly string[] },
  session: { heldAt: number; minutes: number; place: string; leader: string } | null,
  { site, zone }: Head,
): ReportDocument {
  const line = '＿＿＿＿＿＿'
  const title = localized('培训签到表', 'Attendance sheet')
  const names = [...expected, ...Array.from({ length: BLANK_ROWS }, () => '')]
  const at = session ? minuteText(session.heldAt, zone) : line
  return {
    ...{ kind: 'register', name: 'attendance', title, mark: null, zone },
    lines: [
      site,
      localized(`课程：${course}`, `Course: ${course}`),
      localized(
        `时间：${at}，地点：${session?.place || line}，主讲：${session?.leader || line}`,
        `Time: ${at}   Place: ${session?.place || line}   Led by: ${session?.leader || line}`,
      ),
    ],
    sections: [
      register(
        'attendance',
        title,
        [
          column('nth', '序号', 'No.'),
          column('name', '姓名', 'Name', 'text'),
          column('post', '岗位', 'Post', 'text'),
          column('sign', '签名', 'Signature', 'text'),
        ],
        names.map((name, index) => [index + 1, name, '', '']),
      ),
    ],
  }
}

const LETTERS = 'ABCDEF'

/** The questions to answer by hand; `solution`: with the right answers, for whoever marks it. */
export function questionSheet(
  course: { title: string; questions: readonly ExamQuestion[]; passMark: number },
  { site, zone }: Head,
  solution: boolean,
): ReportDocument {
  const count = course.questions.length
  const title = solution
    ? localized('考题答案', 'Answers')
    : localized('培训考题', 'Question sheet')
  return {
    ...{ kind: 'register', name: 'questions', title, mark: null, zone },
    lines: [
      site,
      localized(
        `课程：${course.title}，${count}题，答对${course.passMark}%合格`,
        `Course: ${course.title}   ${count} questions, ${course.passMark} % right pass`,
      ),
      localized(
        '姓名：＿＿＿＿＿＿，日期：＿＿＿＿＿＿',
        'Name: ＿＿＿＿＿＿   Date: ＿＿＿＿＿＿',
      ),
    ],
    sections: course.questions.map(({ text, answers, right }, index) => ({
      id: `question-${index + 1}`,
      title: both(`${index + 1}. ${text}`),
      words: answers.map(
        (answer, nth) =>
          `${solution && nth === right ? '☑' : '□'} ${LETTERS[nth] ?? ''}. ${answer}`,
      ),
      ...{ tables: [], charts: [] },
    })),
  }
}
