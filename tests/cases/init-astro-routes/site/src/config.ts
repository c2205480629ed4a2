export const OTHER = { address: "https://wrong.example/" };
export const WATER = {
	title: "Water",
	address: "https://water.example.org",
} as const;
