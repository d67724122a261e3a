#include "core/ladder/flowrows.h"
#include "ui/export/exportflow.h"
#include "ui/export/presentation.h"
#include "ui/findings/findingspanel.h"
#include "ui/workspace/desk.h"
#include "ui/workspace/pane.h"

namespace gb::ui {

/// Exporting messages, the report, the record itself, and showing it to others.
class ExportPane final : public Pane
{
    Q_OBJECT
public:
    explicit ExportPane(Desk &desk)
        : Pane(desk, "export")
    {
    }

    void start() override;
};

void ExportPane::start()
{
    auto *flow = new ExportFlow(
        m_desk.window(), &m_desk.session(), &m_desk.settings(), &m_desk.bar(), &m_desk.status());
    m_desk.commands().add({.id = QStringLiteral("capture.export"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Export\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_E)},
        .spots = {{Menu::Capture, 23}, {Menu::DeviceTable, 33}, {Menu::Tools, 31}},
        .run =
            [this, flow] {
                const Finding *const finding = m_desk.shared<FindingsPanel>().current();
                flow->start(ExportScopes::of(m_desk.focus(), m_desk.shared<FlowRows>(), m_desk.groups(),
                    finding ? finding->messages : QList<quint64>()));
            },
        .icon = QStringLiteral("export")});
    m_desk.commands().add({.id = QStringLiteral("capture.saveCopy"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Save a cop&y of the record\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)},
        .spots = {{Menu::Capture, 25}},
        .run = [flow] { flow->saveCopy(); }});
    m_desk.commands().add({.id = QStringLiteral("capture.report"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "Repor&t\u2026")),
        .keys = {QKeySequence(Qt::CTRL | Qt::Key_R)},
        .spots = {{Menu::Capture, 24}, {Menu::DeviceTable, 34}},
        .run = [this, flow] { flow->startReport(m_desk.focus().devices()); }});
    m_desk.commands().add({.id = QStringLiteral("capture.present"),
        .text = words(QT_TRANSLATE_NOOP("Commands", "&Present with pseudonyms")),
        .spots = {{Menu::Capture, 26}},
        .run = [this, flow] {
            flow->present([this](std::shared_ptr<QTemporaryDir> folder, const QString &file) {
                showPresentation(std::move(folder), file, m_desk);
            });
        }});
}

Pane *makeExportPane(Desk &desk)
{
    return new ExportPane(desk);
}

} // namespace gb::ui

#include "exportpane.moc"
