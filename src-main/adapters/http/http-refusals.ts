/** The refusals of the border and the HTTP status of every refusal code. */
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { BorderCode, Refused, RefusedCode } from '#shared/contract/refused.ts'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** The refusals that the border itself makes; the station's own come with their words. */
const AT_THE_BORDER = {
  'broken-json': localized('请求内容不是有效的JSON', 'The request is not valid JSON'),
  'too-deep': localized('请求内容嵌套超过12层', 'The request is nested more than 12 levels deep'),
  'broken-text': localized('请求内容含有残缺的字符', 'The request contains a broken character'),
  'bad-request': localized('请求不完整或格式不对', 'The request is incomplete or malformed'),
  'unknown-field': localized('请求中有不认识的字段', 'The request has an unknown field'),
  'not-signed-in': localized(
    '尚未登录，或登录已失效',
    'Not signed in, or the sign-in is no longer valid',
  ),
  'key-not-valid': localized(
    '链接已失效，请用新的链接打开',
    'This link is no longer valid: open a new one',
  ),
  forbidden: localized('这个屏幕或程序无权这样做', 'This screen or program may not do that'),
  'foreign-origin': localized('拒绝来自其他网页的请求', 'Requests from other pages are refused'),
  'not-found': localized('没有这个地址', 'There is nothing at this address'),
  'pages-missing': localized(
    '界面文件尚未生成，请先运行npm run build',
    'The pages are not built: run npm run build first',
  ),
  'method-not-allowed': localized(
    '只接受GET、HEAD和POST请求',
    'Only GET, HEAD and POST are accepted, each at its own address',
  ),
  'too-slow': localized('请求发送超时', 'The request took too long to arrive'),
  'too-large': localized('请求内容太长', 'The request is too long'),
  'foreign-host': localized(
    '请求的主机名不是本站',
    'The host name in the request is not this station',
  ),
  'too-many-requests': localized(
    '请求过于频繁，请稍后再试',
    'Too many requests: try again in a moment',
  ),
  'too-many-connections': localized(
    '连接过多，请稍后再试',
    'Too many connections: try again in a moment',
  ),
  'headers-too-large': localized('请求头过大', 'The header of the request is too large'),
  internal: localized(
    '程序内部出错，已记入日志',
    'Something went wrong in the program; the technical log has the details',
  ),
  'storage-failed': localized(
    '存盘失败：目前什么都记不下',
    'Storage has failed: nothing is being saved',
  ),
} as const satisfies Record<BorderCode, LocalizedText>

/**
 * HTTP status of a refusal code, those of the station included. A code that is not listed is a rule
 * of plan or record that refuses a well-formed request: 409.
 */
const CODES: Readonly<Partial<Record<ContentfulStatusCode, readonly RefusedCode[]>>> = {
  400: [
    'broken-json',
    'too-deep',
    'broken-text',
    'bad-request',
    'unknown-field',
    'bad-input',
    'bad-value',
    'bad-level',
    'bad-zone',
    'name-reserved',
    'folder-not-whole',
    'folder-on-network',
    'backup-inside-data',
    'code-too-simple',
    'file-empty',
    'file-incomplete',
  ],
  401: ['not-signed-in', 'key-not-valid'],
  403: ['foreign-origin', 'forbidden', 'code-needed', 'wrong-code'],
  404: [
    'unknown-order',
    'not-found',
    'unknown-name',
    'unknown-incident',
    'unknown-plan',
    'unknown-policy',
    'unknown-step',
    'unknown-fact',
    'unknown-file',
    'unknown-type',
    'unknown-alert',
    'unknown-course',
    'unknown-exam',
    'unknown-training',
    'unknown-item',
    'unknown-post',
    'unknown-person',
    'unknown-group',
    'unknown-leave',
    'unknown-shift',
    'unknown-contact',
    'unknown-number',
    'unknown-place',
    'unknown-wall',
    'unknown-outlet',
    'unknown-caller',
    'unknown-warning',
    'unknown-action',
    'unknown-batch',
    'unknown-stock-taking',
    'unknown-supply',
    'unknown-supply-issue',
    'unknown-supply-request',
    'unknown-drill',
    'unknown-inject',
    'unknown-finding',
    'unknown-participant',
    'unknown-check',
    'unknown-checklist',
    'unknown-occasion',
    'unknown-risk',
    'unknown-talk',
    'unknown-point',
    'unknown-entry',
    'unknown-document',
    'unknown-revision',
    'unknown-category',
    'unknown-import',
    'unknown-issue',
    'unknown-export',
    'unknown-backup',
    'unknown-session',
    'unknown-note',
    'unknown-handover',
    'unknown-paper',
    'unknown-sentence',
    'no-draft',
  ],
  405: ['method-not-allowed'],
  408: ['too-slow'],
  413: ['too-large', 'draft-too-large', 'file-too-large', 'paper-too-large', 'paper-too-long'],
  415: [
    'file-code',
    'file-format',
    'file-macros',
    'paper-damaged',
    'paper-format',
    'paper-locked',
    'paper-not-read',
    'paper-scanned',
  ],
  421: ['foreign-host'],
  429: ['too-many-requests', 'too-many-tries', 'export-busy', 'backup-busy'],
  431: ['headers-too-large'],
  500: [
    'internal',
    'spare-door-stuck',
    'backup-failed',
    'code-not-written',
    'file-not-saved',
    'session-not-ended',
    'wall-not-renewed',
  ],
  503: ['hq-unreachable', 'pages-missing', 'too-many-connections', 'storage-failed', 'stopping'],
  507: ['files-full', 'no-room'],
}

const STATUS = new Map<string, ContentfulStatusCode>(
  Object.entries(CODES).flatMap(([status, codes]) =>
    codes.map((code) => [code, Number(status) as ContentfulStatusCode]),
  ),
)

export const statusOf = (code: string): ContentfulStatusCode => STATUS.get(code) ?? 409

export const refusal = (code: BorderCode): Refused => ({
  ok: false,
  code,
  message: AT_THE_BORDER[code],
})
