/** Requests for access to what is held about a pupil. */
export const RequestsSection = ({ recordKey: _ }: { recordKey: string | null }) => null
