#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"
#include "ui/workspace/samples.h"

namespace gb::ui {

/// Captures to try the program with, in the help menu; each opens as any other file.
class SamplesPane final : public Pane
{
    Q_OBJECT
public:
    explicit SamplesPane(Desk &desk)
        : Pane(desk, "samples")
    {
    }

    void start() override;
};

void SamplesPane::start()
{
    int rank = 0;
    for (const Sample &sample : samples())
        m_desk.commands().add({.id = QStringLiteral("help.sample.") + QLatin1String(sample.file),
            .text = words(sample.title),
            .spots = {{Menu::Samples, rank++}},
            .run = [this, &sample] { emit m_desk.openRequested({samplePath(sample)}); },
            .when = [&sample] { return !samplePath(sample).isEmpty(); }});
}

Pane *makeSamplesPane(Desk &desk)
{
    return new SamplesPane(desk);
}

} // namespace gb::ui

#include "samplespane.moc"
