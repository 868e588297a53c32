import type { DocumentContent } from '../blocks.ts'

/** Word's own dictionaries go by language and region: `pl` is `pl-PL` there. */
const withRegion = (tag: string): string => {
  const { language, region } = new Intl.Locale(tag).maximize()
  return region ? `${language}-${region}` : language
}

const english = /<w:lang([^>]*?) w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"\/>/g

/**
 * The styles of a document in its own language: ours and those of a template say English. Text that is read from right
 * to left is so by default, and names its language where Word looks for it.
 */
export const stylesIn = (
  { language, rightToLeft }: Pick<DocumentContent, 'language' | 'rightToLeft'>,
  styles: string,
): string => {
  if (language === 'en-GB') return styles
  const tag = withRegion(language)
  return styles.replace(english, (_, namespace: string) =>
    rightToLeft
      ? `<w:rtl${namespace}/><w:lang${namespace} w:val="en-GB" w:eastAsia="en-GB" w:bidi="${tag}"/>`
      : `<w:lang${namespace} w:val="${tag}" w:eastAsia="${tag}" w:bidi="ar-SA"/>`,
  )
}
