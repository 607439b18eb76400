/** Tests the reading of server-sent events, wherever the pieces are cut. */
import { describe, expect, it } from 'vitest'
import { createEventReader } from '#renderer/transport/sse.ts'

const STREAM =
  'event: board\ndata: {"place":"热线中心"}\n\n: a comment\r\n\r\nid: 7\r\ndata: two\r\ndata: lines\r\n\r\ndata:tight\n\nevent: empty\n\n'
const HEARD = ['{"place":"热线中心"}', 'two\nlines', 'tight']

describe('server-sent events by hand', () => {
  it('reads the same events wherever the pieces are cut', () => {
    for (let cut = 0; cut <= STREAM.length; cut++) {
      const heard: string[] = []
      const read = createEventReader((data) => heard.push(data))
      read(STREAM.slice(0, cut))
      read(STREAM.slice(cut))
      expect(heard).toEqual(HEARD)
    }
  })

  it('reads one character at a time, and gives nothing before an event is whole', () => {
    const heard: string[] = []
    const read = createEventReader((data) => heard.push(data))
    for (const character of STREAM) read(character)
    expect(heard).toEqual(HEARD)
    read('data: half')
    expect(heard).toEqual(HEARD)
  })
})
