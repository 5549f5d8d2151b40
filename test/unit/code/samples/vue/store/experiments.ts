export const TEMPLATE_EXPERIMENT = {
  name: '⟦definition:12_template_gallery⟧',
  control: 'control',
  variant: 'gallery',
};

export const CANVAS_EXPERIMENT = {
  name: '⟦definition:13_canvas_zoom⟧',
  control: 'control',
  variant: 'zoom',
};
