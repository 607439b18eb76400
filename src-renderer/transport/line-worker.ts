/** The shared worker in which the walls of a browser have their one line; it holds nothing else. */
import { directLine } from './line.ts'
import { createHub, type ToHub } from './line-hub.ts'
import { SILENT_TOO_LONG } from './silent.ts'

const hub = createHub(directLine('', 'bare'), SILENT_TOO_LONG)

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports
  if (!port) return
  port.addEventListener('message', ({ data }: MessageEvent<ToHub>) => hub.hear(port, data))
  port.addEventListener('close', () => hub.drop(port)) // where the browser tells of it
  port.start()
})
