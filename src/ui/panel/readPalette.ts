import { workspace } from 'vscode';
import { type Palette, palettes } from '../../shared/panelProtocol';
import { settings } from '../ids';

/** The setting as it is now; what is none of its values counts as its default. */
export function readPalette(): Palette {
  const value = workspace.getConfiguration(settings.section).get<unknown>(settings.resultsPalette);
  return palettes.find((palette) => palette === value) ?? 'colorblind';
}
