/** What stands in `record.json` of an archive package, for readers without this program. */
const instant = { type: 'integer', description: '毫秒，自1970-01-01起，UTC · ms since 1970, UTC' }
const both = {
  type: 'object',
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
  required: ['zh', 'en'],
}
const text = (description: string) => ({ type: 'string', description })
const orNull = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] })

export const RECORD_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Vigil incident package, version 1',
  type: 'object',
  required: ['package', 'version', 'site', 'zone', 'personal', 'source', 'incident', 'entries'],
  properties: {
    package: { const: 'vigil-incident' },
    version: { const: 1 },
    site: both,
    zone: text('时区 · IANA time zone of the site'),
    readAt: instant,
    personal: {
      type: 'boolean',
      description: '是否含个人信息；不含时没有附件 · with personal values; without them no files',
    },
    source: {
      type: 'object',
      description: '记录到第几条、其校验值 · how far the record went, and the hash that binds it',
      required: ['position', 'hash'],
      properties: { position: { type: 'integer' }, hash: { type: 'string' } },
    },
    actions: {
      type: 'array',
      description:
        '整改措施：due期限，state状态，done完成，check复查 · corrective actions that come from it',
    },
    incident: {
      type: 'object',
      required: ['id', 'place', 'state', 'drill', 'receivedAt', 'steps'],
      properties: {
        id: text('编号 · id'),
        number: text('短号 · short number'),
        place: text('地点 · place'),
        state: text('状态 · state'),
        drill: { type: 'boolean', description: '演练 · drill' },
        receivedAt: instant,
        occurredAt: orNull(instant),
        closedAt: orNull(instant),
        narrative: orNull(text('来电原话 · what the caller said')),
        plans: { type: 'array', description: '启动的预案 · plans that ran' },
        facts: { type: 'array', description: '问题和回答 · questions and answers' },
        steps: {
          type: 'array',
          description:
            '步骤：clause条款，proposed为建议（来源文件里没有），dueAt时限，doneAt完成 · steps; proposed: not in the source',
          items: {
            type: 'object',
            required: ['id', 'planId', 'title', 'state', 'clause', 'proposed'],
            properties: {
              id: { type: 'string' },
              planId: { type: 'string' },
              title: both,
              state: { type: 'string' },
              clause: { type: 'string' },
              proposed: { type: 'boolean' },
              dueAt: orNull(instant),
              doneAt: orNull(instant),
              late: { type: 'boolean' },
            },
          },
        },
        calls: { type: 'array', description: '通话 · calls' },
        evidence: { type: 'array', description: '证据 · evidence' },
        files: {
          type: 'array',
          description: '附件：fileId是内容的SHA-256 · attached files; fileId: SHA-256 of the bytes',
        },
      },
    },
    entries: {
      type: 'array',
      description: '处置过程，逐条 · the log, line by line',
      items: {
        type: 'object',
        required: ['seq', 'at', 'by', 'type', 'says'],
        properties: {
          seq: { type: 'integer' },
          at: instant,
          by: { type: 'string' },
          type: { type: 'string' },
          says: both,
          words: orNull(text('原话 · words')),
        },
      },
    },
    alerts: { type: 'array', description: '告警 · alerts' },
  },
} as const
