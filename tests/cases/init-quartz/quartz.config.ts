const config: QuartzConfig = {
  configuration: {
    pageTitle: "Sedge",
    baseUrl: "sedge.example.org/notes",
  },
}
