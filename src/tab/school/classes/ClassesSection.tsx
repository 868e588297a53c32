export const ClassesSection = () => null
