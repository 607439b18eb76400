/** Reads an asar archive: what is in it, and the bytes of a file. */
import { closeSync, openSync, readSync } from 'node:fs'

/**
 * @typedef {{ size?: number, offset?: string, unpacked?: boolean, link?: string, files?:
 *   Record<string, Node> }} Node
 */
/**
 * `outside`: listed in the archive, but lying beside it. @typedef {{ paths: string[], outside:
 * string[], read: (path: string) => Buffer }} Archive
 */

// four little-endian numbers: 4, length of what follows, length of the pickle, length of the JSON
const HEAD = 16

/** @param {Node} node @param {string} path @returns {[string, Node][]} */
const filesBelow = (node, path) =>
  node.files
    ? Object.entries(node.files).flatMap(([name, child]) =>
        filesBelow(child, path ? `${path}/${name}` : name),
      )
    : [[path, node]]

/** @param {number} fd @param {number} length @param {number} at */
function bytes(fd, length, at) {
  const buffer = Buffer.alloc(length)
  for (let done = 0; done < length;) {
    const read = readSync(fd, buffer, done, length - done, at + done)
    if (read === 0) throw new Error('the archive is shorter than its header says')
    done += read
  }
  return buffer
}

/**
 * Calls `look` with the archive open. Paths have forward slashes and no leading one. @template T
 * @param {string} file
 * @param {(archive: Archive) => T} look
 * @returns {T}
 */
export function withAsar(file, look) {
  const fd = openSync(file, 'r')
  try {
    const head = bytes(fd, HEAD, 0)
    const body = 8 + head.readUInt32LE(4)
    /** @type {Node} */
    const tree = JSON.parse(bytes(fd, head.readUInt32LE(12), HEAD).toString('utf8'))
    const files = new Map(filesBelow(tree, ''))
    return look({
      paths: [...files].filter(([, node]) => !node.unpacked).map(([path]) => path),
      outside: [...files].filter(([, node]) => node.unpacked).map(([path]) => path),
      read(path) {
        const node = files.get(path)
        if (!node || node.offset === undefined) throw new Error(`${path} is not in the archive`)
        return bytes(fd, node.size ?? 0, body + Number(node.offset))
      },
    })
  } finally {
    closeSync(fd)
  }
}
