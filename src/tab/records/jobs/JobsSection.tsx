/** Work on many records at once. */
export const JobsSection = ({ recordKey: _ }: { recordKey: string | null }) => null
