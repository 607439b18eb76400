/**
 * Sends files to the station and gets them, on the line of the page: nothing is repeated, and what
 * brings no answer is a refusal.
 */
import type { FileTaken } from '#shared/contract/files.ts'
import type { Refused } from '#shared/contract/contract.ts'
import { noAnswer, noContact, notSignedIn } from './requests.ts'

export type Sending = {
  /** Of the incident that it is meant for; null: of none. */
  incidentId: string | null
  /** How much has gone out, 0 to 1. */
  onProgress: (part: number) => void
  /** Ends the sending: nothing is left at the station. */
  signal: AbortSignal
}

export interface FileLine {
  /** Resolves always; null if it was ended by its signal. */
  sendFile(content: Blob, sending: Sending): Promise<FileTaken | Refused | null>
  /** Resolves always. */
  file(fileId: string): Promise<Blob | Refused>
}

/**
 * @param at origin of the station
 * @param token read each time; null: nobody is signed in; empty: none is needed
 */
export function createFileLine(at: string, token: () => string | null): FileLine {
  return {
    sendFile(content, { incidentId, onProgress, signal }) {
      const key = token()
      if (key === null) return Promise.resolve(notSignedIn)
      return new Promise((resolve) => {
        // fetch does not tell how much has gone out
        const request = new XMLHttpRequest()
        const end = (answer: FileTaken | Refused | null): void => {
          signal.removeEventListener('abort', abort)
          resolve(answer)
        }
        const abort = (): void => request.abort()
        const of = incidentId === null ? '' : `?incidentId=${encodeURIComponent(incidentId)}`
        request.open('POST', `${at}/api/files${of}`)
        if (key !== '') request.setRequestHeader('Authorization', `Bearer ${key}`)
        request.responseType = 'json'
        request.upload.onprogress = ({ loaded, total }) =>
          onProgress(total > 0 ? loaded / total : 0)
        request.onload = () => end((request.response as FileTaken | Refused | null) ?? noAnswer)
        request.onerror = () => end(noContact)
        request.onabort = () => end(null)
        signal.addEventListener('abort', abort)
        if (signal.aborted) return end(null)
        request.send(content)
      })
    },
    async file(fileId) {
      const key = token()
      if (key === null) return notSignedIn
      const answer = await fetch(`${at}/api/files/${fileId}`, {
        headers: key === '' ? {} : { Authorization: `Bearer ${key}` },
      }).catch(() => null)
      if (!answer) return noContact
      const content = await (answer.ok ? answer.blob() : answer.json()).catch(() => noContact)
      return content as Blob | Refused
    },
  }
}
