/** A copy of the whole school, out and in. */
export const CopySection = ({ recordKey: _ }: { recordKey: string | null }) => null
