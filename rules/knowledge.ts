/** Day on which somebody last compared the nomenclature with its sources (ISO). */
export const rulesCheckedOn = '2026-11-22';
