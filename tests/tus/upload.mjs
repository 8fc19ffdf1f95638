// Uploads one file with tus-js-client as its users would and prints what became of it as one line of JSON.
// Usage: node upload.mjs '{"endpoint": …, "key": …, "file": …, "metadata": {…}, …}'
import { createReadStream, statSync } from 'node:fs'
import { Upload } from 'tus-js-client'

const asked = JSON.parse(process.argv[2])
const told = { retries: 0, chunks: 0, statuses: [] }

const upload = new Upload(createReadStream(asked.file), {
  endpoint: asked.endpoint,
  uploadUrl: asked.url ?? null,
  uploadSize: statSync(asked.file).size,
  chunkSize: asked.chunk ?? 1024 * 1024,
  retryDelays: asked.delays ?? [100, 200, 400, 800, 1000, 1000, 2000, 2000, 2000, 2000],
  uploadDataDuringCreation: asked.early ?? false,
  overridePatchMethod: asked.override ?? false,
  headers: { Authorization: `Bearer ${asked.key}` },
  metadata: asked.metadata,
  onChunkComplete: () => { told.chunks += 1 },
  onShouldRetry: (error) => {
    told.retries += 1
    const status = error.originalResponse ? error.originalResponse.getStatus() : 0
    return status < 400 || status >= 500 || status === 409 || status === 423
  },
  onAfterResponse: (request, response) => {
    told.statuses.push(`${request.getMethod()} ${response.getStatus()}`)
    told.file = response.getHeader('Menshen-File') ?? told.file
    told.duplicate = response.getHeader('Menshen-Duplicate') ?? told.duplicate
    told.code = response.getHeader('Menshen-Code') ?? told.code
  },
  onError: (error) => end({ error: error.message.split(',')[0] }),
  onSuccess: () => end({}),
})

function end (more) {
  console.log(JSON.stringify({ ...told, ...more, url: upload.url }))
  process.exit(more.error ? 1 : 0)
}

if (asked.terminate) {
  Upload.terminate(asked.url, { headers: { Authorization: `Bearer ${asked.key}` } })
    .then(() => { console.log(JSON.stringify({ terminated: true })) })
} else {
  upload.start()
}
