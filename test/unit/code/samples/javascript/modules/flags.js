const FLAGS = {
  queue: '⟦definition:fast-queue⟧',
  retry: '⟦definition:smart-retry⟧',
};

module.exports = { FLAGS, LEGACY: '⟦definition:legacy-queue⟧' };
