/** Reads server-sent events from text that arrives in pieces of any size. */

/**
 * Returns a function that takes the next piece. `onData` gets the data of each complete event, its
 * lines joined by a newline; comments, `event:`, `id:` and `retry:` are passed over, since every
 * push says itself what it is. `onData` may throw: the rest of the piece is lost.
 */
export function createEventReader(onData: (data: string) => void): (piece: string) => void {
  let rest = ''
  let lines: string[] = []

  const take = (line: string): void => {
    if (line === '') {
      const data = lines
      lines = []
      if (data.length > 0) onData(data.join('\n'))
    } else if (line.startsWith('data:')) {
      lines.push(line.startsWith('data: ') ? line.slice(6) : line.slice(5))
    }
  }

  return (piece) => {
    const parts = (rest + piece).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) take(line.endsWith('\r') ? line.slice(0, -1) : line)
  }
}
