Bridgetown.configure do |config|
  # url "https://no.example.org"
  url "https://ford.example.org"
  permalink "/:locale/notes/:slug.*"
end
