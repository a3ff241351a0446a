import type { DomElement } from '../html/dom';
import { LONGEST_CHAIN, withBase, type Marks } from '../style-marks';
import { elementsNamed, parseXml } from '../xml';

/** What the styles of a Word document say of their words, by the styles' ids. */
export type MarkStyles = ReadonlyMap<string, Marks>;

/** The styles that hide words or strike them out, and those that stand on them. */
export function markStyles(xml: string | undefined): MarkStyles {
  if (xml === undefined || !/:(?:vanish|d?strike)\b/.test(xml)) return new Map();
  const styles = new Map(
    elementsNamed(parseXml(xml), 'w:style').map((style) => [style.getAttribute('w:styleId') ?? '', style]),
  );
  const marks = (id: string | null | undefined, depth: number): Marks => {
    const style = styles.get(id ?? '');
    if (!style || depth > LONGEST_CHAIN) return { hidden: undefined, struck: undefined };
    const properties = elementsNamed(style, 'w:rPr').find(({ parentNode }) => parentNode === style);
    const base = marks(elementsNamed(style, 'w:basedOn')[0]?.getAttribute('w:val'), depth + 1);
    return properties ? withBase(marksIn(properties), base) : base;
  };
  return new Map([...styles.keys()].map((id) => [id, marks(id, 0)]));
}

/** What properties of a run say themselves. */
export function marksIn(properties: DomElement): Marks {
  const said = (name: string): boolean | undefined => {
    // Not what a tracked change keeps of the properties before.
    const element = elementsNamed(properties, name).find(({ parentNode }) => parentNode === properties);
    return element && !/^(?:false|0|off)$/.test(element.getAttribute('w:val') ?? '');
  };
  const [once, twice] = [said('w:strike'), said('w:dstrike')];
  return { hidden: said('w:vanish'), struck: once === true || twice === true || (once ?? twice) };
}
