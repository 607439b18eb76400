/**
 * What stands in `record.json` of an archive package, for readers without this program: the meaning
 * of each part in both languages, as JSON Schema. Parts that only a screen needs have a type alone.
 */
type Schema = { readonly [part: string]: unknown }

const says = (description: string, type?: string | readonly string[]): Schema => ({
  ...(type === undefined ? {} : { type }),
  description,
})
const text = (description: string): Schema => says(description, 'string')
const textOrNull = (description: string): Schema => says(description, ['string', 'null'])
const yes = (description: string): Schema => says(description, 'boolean')
const count = (description: string): Schema => says(description, 'integer')
const numberOrNull = (description: string): Schema => says(description, ['number', 'null'])
const at = (description: string): Schema =>
  says(`${description}；毫秒，自1970-01-01起，UTC · ms since 1970, UTC`, 'integer')
const atOrNull = (description: string): Schema =>
  says(`${description}；毫秒，自1970-01-01起，UTC · ms since 1970, UTC`, ['integer', 'null'])
const both = (description: string): Schema => ({
  type: ['object', 'null'],
  description,
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
})
const list = (
  description: string,
  required: readonly string[] = [],
  properties: Schema = {},
): Schema => ({
  type: 'array',
  description,
  items: { type: 'object', required, properties },
})

const STEPS = list(
  '步骤，取代了的预案也在内 · steps, of plans that were replaced, too',
  ['id', 'planId', 'title', 'state', 'clause', 'proposed'],
  {
    id: text('步骤编号，在预案里不变 · id, lasting within the plan'),
    planId: text('预案 · plan'),
    title: both('做什么 · what is to be done'),
    state: text('done完成，already-done早已完成，not-applicable不适用，skipped跳过 · outcome'),
    clause: text('来源条款 · clause of the source'),
    proposed: yes('建议，来源文件里没有 · proposed here, not in the source'),
    says: both('条款大意 · what the clause says, in short'),
    role: both('责任岗位 · post that it is for'),
    dueAt: atOrNull('时限到期 · end of its limit'),
    doneAt: atOrNull('完成 · done'),
    doneBy: textOrNull('记录人 · recorded by'),
    toldAt: atOrNull('后来补记的时间 · when it was told, if later than it was done'),
    onBehalfOf: says('实际办理的人 · who did it, if somebody else', ['object', 'null']),
    late: yes('超时 · its limit was missed'),
    reason: says('说明 · reason given'),
    words: textOrNull('随步骤写下的话 · written down with it'),
  },
)

const EVIDENCE = list('证据 · evidence', ['id', 'what', 'kind', 'place', 'keepUntil'], {
  id: text('序号；files[].evidenceId用它 · number, as files[].evidenceId has it'),
  what: text('内容 · what it is'),
  kind: text('种类 · kind'),
  place: text('存放地点 · where it is kept'),
  keeper: textOrNull('保管人 · keeper'),
  recordedAt: at('登记 · recorded'),
  recordedBy: text('登记人 · recorded by'),
  stepId: textOrNull('步骤 · step'),
  keepDays: count('事发后至少保存的天数 · least days from the occurrence'),
  keepUntil: atOrNull('保存到 · kept until'),
  mayGoAt: atOrNull('保存期满 · retention over'),
  released: says('移出：to交给谁，reason原因 · handed out: to whom, why', 'object'),
})

const FILES = list('附件 · attached files', ['id', 'fileId', 'bytes', 'format', 'name'], {
  id: text('序号，files/里文件名的开头 · number, with which its name in files/ begins'),
  fileId: text('内容的SHA-256 · SHA-256 of the bytes'),
  bytes: count('字节 · bytes'),
  format: text('格式，按内容 · format, by its content'),
  name: text('原来的名字 · the name it came with'),
  stepId: textOrNull('步骤 · step'),
  seq: count('附在处置过程的这一条 · line of the log that it belongs to'),
  evidenceId: text('拍的是这件证据 · evidence that it shows'),
  at: at('附上 · attached'),
  by: text('附上的人 · attached by'),
  withdrawn: says('撤下：时间、人、原因 · withdrawn: when, by whom, why', 'object'),
})

const PLAN_FILES = list(
  '预案的附件，启动时有的 · files of the plans, as they were activated',
  ['id', 'planId', 'fileId', 'name'],
  {
    id: text('files/里文件名的开头 · with which its name in files/ begins'),
    planId: text('预案 · plan'),
    fileId: text('内容的SHA-256 · SHA-256 of the bytes'),
    bytes: count('字节 · bytes'),
    format: text('格式，按内容 · format, by its content'),
    name: text('名称 · name'),
    at: at('附上 · attached'),
    by: text('附上的人 · attached by'),
  },
)

const CALLS = list('通话 · calls', ['at', 'by', 'outcome'], {
  at: at('时间 · when'),
  by: text('记录人 · recorded by'),
  stepId: textOrNull('为了哪一步 · for which step'),
  role: both('岗位 · post'),
  who: textOrNull('对方 · who was called'),
  number: textOrNull('号码 · number'),
  outcome: text('结果 · outcome'),
  words: textOrNull('说了什么 · what was said'),
})

const BULLETINS = list('报出的信息报告 · reports to those above', ['kind', 'number', 'at'], {
  kind: text('首报、续报、终报 · first, follow-up, final'),
  number: count('第几报 · number'),
  at: at('报出 · sent'),
  by: text('记录人 · recorded by'),
  to: textOrNull('报送给 · to whom'),
  signer: textOrNull('签发人 · signed by'),
  text: textOrNull('原文 · word for word'),
})

const FACTS = list('问题和回答 · questions and answers', ['key', 'question', 'value'], {
  key: text('问题编号 · id'),
  question: both('问题 · question'),
  value: says('回答；null：没有回答 · answer; null: none'),
  answeredAt: atOrNull('回答时间 · answered'),
  answeredBy: textOrNull('回答人 · answered by'),
})

const PLANS = list('启动的预案 · plans that ran', ['planId', 'revision', 'title', 'activatedAt'], {
  planId: text('预案 · plan'),
  revision: text('版本，内容的校验值 · revision, the digest of its text'),
  title: both('名称 · title'),
  activatedAt: at('启动 · activated'),
  provisional: yes('先行启动 · provisional'),
  confirmedAt: atOrNull('确认 · confirmed'),
  supersededBy: textOrNull('被取代 · replaced by'),
})

const AFTERMATH: Schema = {
  type: 'object',
  description: '善后和复盘；控制住以后才有 · aftermath, from contained on',
  properties: {
    entries: list('善后事项 · aftercare', ['id', 'kind', 'dueOn'], {
      kind: text(
        'comfort慰问，apology致歉，compensation赔偿，accountability追责，legal法律诉求 · kind',
      ),
      whom: text('对谁 · for whom'),
      owner: both('谁办 · owner'),
      dueOn: text('期限，当地日期 · due, a local date'),
      agreedFen: numberOrNull('议定金额，分 · agreed, in fen'),
      done: says('办结：时间、实付金额（分）、责任、处理 · done: when, paid in fen, finding', [
        'object',
        'null',
      ]),
      withdrawn: says('撤销 · withdrawn', ['object', 'null']),
    }),
    inquiry: says('调查：经过、原因、处理意见 · inquiry: course, cause, opinion', [
      'object',
      'null',
    ]),
    reviews: list('复盘和预案评估 · reviews and evaluations of plans'),
    result: says('结案时的结果 · result at closing', ['object', 'null']),
  },
}

const INCIDENT = {
  id: text('编号 · id'),
  number: text('短号 · short number'),
  place: text('地点 · place'),
  kind: both('是什么事 · what it is'),
  type: textOrNull('类型代码 · code of its type'),
  typeName: both('类型 · type'),
  category: textOrNull('类别 · category'),
  state: text('状态：closed结案，archived归档，falseReport误报 · state'),
  drill: yes('演练，不计入统计 · a drill, in no figure'),
  level: numberOrNull('响应级别，1最高 · response level, 1 the highest'),
  severity: textOrNull('事件等级 · severity'),
  narrative: textOrNull('来电原话；null：已清除 · words of the caller; null: removed'),
  reporter: textOrNull('报告人 · caller'),
  channel: textOrNull('接报渠道 · channel'),
  commander: textOrNull('总指挥 · commander'),
  receivedAt: at('接报 · reported'),
  occurredAt: atOrNull('发生 · occurred'),
  closedAt: atOrNull('结束 · over'),
  reason: textOrNull('结束原因 · reason for closing'),
  casualties: says('人员：dead死亡，serious重伤，minor轻伤，missing失踪 · people', [
    'object',
    'null',
  ]),
  atLeastOne: says(
    '有、但人数没有核实的种类 · kinds of which there are some, not counted',
    'array',
  ),
  loss: numberOrNull('直接经济损失，元 · direct economic loss, yuan'),
  impact: says('影响 · impact', ['object', 'null']),
  plans: PLANS,
  facts: FACTS,
  steps: STEPS,
  calls: CALLS,
  bulletins: BULLETINS,
  announcements: list('公告 · announcements'),
  aftermath: AFTERMATH,
  evidence: EVIDENCE,
  files: FILES,
  headquarters: list('指挥部成员 · headquarters'),
}

const ENTRIES = list('处置过程，逐条 · the log, line by line', ['seq', 'at', 'by', 'says'], {
  seq: count('记录里的第几条 · position in the record'),
  at: at('时间 · when'),
  by: text('记录人 · recorded by'),
  type: text('事项代码 · code of the event'),
  says: both('事项 · what happened'),
  words: textOrNull('原话 · words'),
  stepId: textOrNull('步骤 · step'),
  undone: yes('后来撤回 · taken back later'),
  starred: yes('有人标了星 · marked by somebody'),
})

const ALERTS = list('告警 · alerts', ['id', 'priority', 'cause', 'raisedAt'], {
  id: text('编号 · id'),
  kind: text('种类 · kind'),
  priority: count('优先级，1最高 · priority, 1 the highest'),
  stepId: textOrNull('步骤 · step'),
  cause: both('原因 · cause'),
  raisedAt: at('发出 · raised'),
  notified: count('通知了几个岗位 · posts that were notified'),
  acknowledgedAt: atOrNull('确认 · acknowledged'),
  acknowledgedBy: textOrNull('确认人 · acknowledged by'),
  clearedAt: atOrNull('解除 · cleared'),
})

export const RECORD_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Vigil incident package, version 1',
  description:
    '一起事件的记录。没有写明的项只供屏幕使用 · The record of one incident. Parts that are not described here serve screens alone',
  type: 'object',
  required: ['package', 'version', 'site', 'zone', 'personal', 'source', 'incident', 'entries'],
  properties: {
    package: { const: 'vigil-incident' },
    version: { const: 1 },
    site: both('单位 · site'),
    zone: text('时区 · IANA time zone of the site'),
    readAt: at('做成这一份的时间 · when this was made'),
    personal: yes('是否含个人信息；不含时没有附件 · with personal values; without them no files'),
    source: {
      type: 'object',
      description: '记录到第几条、其校验值 · how far the record went, and the hash that binds it',
      required: ['position', 'hash'],
      properties: {
        position: count('第几条 · position'),
        hash: text('校验值，SHA-256 · SHA-256'),
      },
    },
    actions: {
      type: 'array',
      description:
        '整改措施：due期限，state状态，done完成，check复查 · corrective actions that come from it',
    },
    purged: {
      type: 'object',
      description:
        '与原件相同，仅这些已按规定清除：values处、附件files个 · the same but for so many purged values and files',
      properties: { values: { type: 'integer' }, files: { type: 'integer' } },
    },
    incident: {
      type: 'object',
      required: ['id', 'place', 'state', 'drill', 'receivedAt', 'steps', 'evidence'],
      properties: INCIDENT,
    },
    planFiles: PLAN_FILES,
    entries: ENTRIES,
    alerts: ALERTS,
  },
}
