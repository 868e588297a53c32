import { RequestList } from './RequestList.tsx'
import { RequestPlace } from './RequestPlace.tsx'

/** Requests for access to what is held about a pupil. */
export const RequestsSection = ({ recordKey }: { recordKey: string | null }) =>
  recordKey === null ? <RequestList /> : <RequestPlace requestKey={recordKey} />
