/**
 * The page of a spare, for this machine alone: how far it has come, and the one key that takes
 * over. It needs nothing that has to be built.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FollowStatus } from './follower.ts'

export type FollowPage = { url: string; stop: () => Promise<void> }
type Parts = {
  port: number // 0: any
  status: () => FollowStatus
  now: () => number
  /**
   * Resolves with the address of the console of the station that then runs at this port: a page of
   * another origin would be refused there.
   */
  takeOver: (port: number) => Promise<string>
}

const KEY_BYTES = 24
const PAGE = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>备机 · Spare</title><style>
:root{color-scheme:light dark}body{font:18px/1.6 system-ui,sans-serif;margin:8vh auto;max-width:44em;padding:0 1em}
h1{font-size:1.4em}button{font:inherit;font-weight:700;padding:.6em 1.4em;margin-top:1em}
button:focus-visible{outline:4px solid;outline-offset:3px}.en{opacity:.75}p{margin:.4em 0}</style>
<h1>备机：跟着主机记录 <span class="en">Spare: following the station</span></h1>
<p id="state" role="status">…</p><p id="state-en" class="en"></p>
<button id="take" autofocus>接管（Enter） · Take over</button>
<p id="says"></p><script>
const key=new URLSearchParams(location.search).get('key')
const put=(id,text)=>{document.getElementById(id).textContent=text}
let live=false,sure=false,busy=false
async function look(){try{
const s=await(await fetch('/state?key='+key)).json();live=s.live
put('state',s.zh);put('state-en',s.en)}catch{if(!busy){put('state','这个页面已断开');put('state-en','This page is disconnected')}}
setTimeout(look,1000)}
document.getElementById('take').onclick=async()=>{if(busy)return
if(live&&!sure){sure=true;put('says','主机还在线。确定要接管，再按一次；主机将不再记录。The station still answers: press again to take over; it will record nothing any more.');return}
busy=true;put('says','正在接管……Taking over …')
try{const r=await fetch('/take-over?key='+key,{method:'POST'});if(!r.ok)throw 0;location.href=(await r.json()).consoleUrl}
catch{busy=false;put('says','没有接管成，日志里有原因。再按一次重试。Not taken over: the log says why. Press again.')}}
look()
</script></html>`

const FORK = [
  '主机的记录与本机不同，不能跟随。请让主机重新接备机（新目录）。',
  'The station has another record than this machine. Pair anew, in a new folder.',
] as const
const NOT_PAIRED = [
  '主机不再认得这台备机，请重新接入。',
  'The station lets this machine in no more: pair anew.',
] as const
const LIVE_MS = 7_000 // one portion is waited for five seconds

/** What may be missing is said in events while it is known, and else in seconds. */
function wordsOf({ copied, leader, heardAt, trouble }: FollowStatus, now: number) {
  if (trouble) {
    const [zh, en] = trouble === 'fork' ? FORK : NOT_PAIRED
    return { live: false, zh, en }
  }
  if (leader === null || heardAt === null)
    return {
      ...{ live: false, zh: `正在联系主机。本机有到第${copied.seq}条。` },
      en: `Reaching the station. This machine has entries up to ${copied.seq}.`,
    }
  const seconds = Math.max(0, Math.round((now - heardAt) / 1000))
  const lacks = leader.seq - copied.seq
  const live = now - heardAt < LIVE_MS
  return live && lacks === 0
    ? {
        ...{ live, zh: `主机在线，本机一条不差，到第${copied.seq}条。接管可能缺最近1秒。` },
        en: `The station answers; this machine has all of it, up to ${copied.seq}. A takeover may lack the last second.`,
      }
    : {
        live,
        zh: `${live ? '主机在线' : `主机已${seconds}秒没有应答`}，本机有到第${copied.seq}条${lacks > 0 ? `，至少差${lacks}条` : ''}。接管可能缺最近${Math.max(1, seconds)}秒。`,
        en: `${live ? 'The station answers' : `The station has not answered for ${seconds} s`}; this machine has entries up to ${copied.seq}${lacks > 0 ? `, at least ${lacks} fewer` : ''}. A takeover may lack the last ${Math.max(1, seconds)} s.`,
      }
}

export async function openFollowPage({ port, status, now, takeOver }: Parts): Promise<FollowPage> {
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const isKey = (sent: string): boolean =>
    sent.length === key.length && timingSafeEqual(Buffer.from(sent), Buffer.from(key))
  let taking: Promise<string> | null = null

  function answer(response: ServerResponse, code: number, type: string, text: string): void {
    response.writeHead(code, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      connection: 'close', // one that is kept would go on asking here when the station is there
    })
    response.end(text)
  }
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://spare')
    const isHere = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')
    if (!isHere || !isKey(searchParams.get('key') ?? '')) answer(response, 403, 'text/plain', '403')
    else if (pathname === '/' && request.method === 'GET') answer(response, 200, 'text/html', PAGE)
    else if (pathname === '/state')
      answer(response, 200, 'application/json', JSON.stringify(wordsOf(status(), now())))
    else if (pathname === '/take-over' && request.method === 'POST') {
      taking ??= handOver()
      try {
        answer(response, 200, 'application/json', JSON.stringify({ consoleUrl: await taking }))
      } catch {
        taking = null
        answer(response, 500, 'text/plain', '500')
      }
    } else answer(response, 404, 'text/plain', '404')
  }

  /** Nobody new is let in: the port is the station's. What is being answered is answered. */
  async function handOver(): Promise<string> {
    const { port: here } = server.address() as AddressInfo
    server.close()
    try {
      return await takeOver(here)
    } catch (error) {
      server.listen(here, '127.0.0.1')
      throw error
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((ready, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      ready()
    })
  })
  const { port: listensAt } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${listensAt}/?key=${key}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeIdleConnections()
      }),
  }
}
