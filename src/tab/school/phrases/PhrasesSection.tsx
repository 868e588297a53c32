export const PhrasesSection = () => null
