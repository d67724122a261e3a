<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AskCommand</name>
    <message>
        <source>Catalog: channels and folders</source>
        <translation>目录：通道与分组</translation>
    </message>
    <message>
        <source>Configuration that it has</source>
        <translation>设备当前配置</translation>
    </message>
    <message>
        <source>Restart the device</source>
        <translation>重启设备</translation>
    </message>
    <message>
        <source>Start or stop recording</source>
        <translation>开始或停止录像</translation>
    </message>
    <message>
        <source>Arm or disarm</source>
        <translation>布防或撤防</translation>
    </message>
    <message>
        <source>Reset the alarm</source>
        <translation>报警复位</translation>
    </message>
    <message>
        <source>Send a key frame</source>
        <translation>发送关键帧</translation>
    </message>
    <message>
        <source>Cruises that it keeps</source>
        <translation>设备保存的巡航轨迹</translation>
    </message>
    <message>
        <source>Points of one cruise</source>
        <translation>一条巡航轨迹的各点</translation>
    </message>
    <message>
        <source>Set name, registration and heartbeat</source>
        <translation>设置名称、注册与心跳</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>画面翻转</translation>
    </message>
    <message>
        <source>Which alarms it reports</source>
        <translation>上报哪些报警</translation>
    </message>
    <message>
        <source>Recording on alarm</source>
        <translation>报警录像</translation>
    </message>
    <message>
        <source>Device information: vendor, model, firmware</source>
        <translation>设备信息：厂商、型号、固件</translation>
    </message>
    <message>
        <source>Device status: health, clock, alarm inputs</source>
        <translation>设备状态：工作状况、时钟、报警输入</translation>
    </message>
    <message>
        <source>Zoom into a rectangle</source>
        <translation>拉框放大</translation>
    </message>
    <message>
        <source>Zoom out of a rectangle</source>
        <translation>拉框缩小</translation>
    </message>
    <message>
        <source>Home position</source>
        <translation>看守位</translation>
    </message>
    <message>
        <source>Set the home position</source>
        <translation>设置看守位</translation>
    </message>
    <message>
        <source>Presets that it keeps</source>
        <translation>设备保存的预置位</translation>
    </message>
    <message>
        <source>Where it looks: pan, tilt, zoom</source>
        <translation>当前朝向：水平、垂直、变倍</translation>
    </message>
    <message>
        <source>Look at an exact position</source>
        <translation>精准转到某一位置</translation>
    </message>
    <message>
        <source>Recordings in a time</source>
        <translation>某段时间的录像</translation>
    </message>
    <message>
        <source>Memory cards</source>
        <translation>存储卡</translation>
    </message>
    <message>
        <source>Format a memory card: all that is on it is lost</source>
        <translation>格式化存储卡：卡上内容全部丢失</translation>
    </message>
    <message>
        <source>Follow a target</source>
        <translation>目标跟踪</translation>
    </message>
    <message>
        <source>Upgrade the firmware: shows the message, sends nothing</source>
        <translation>升级固件：只显示消息，不发送</translation>
    </message>
    <message>
        <source>Pan, tilt, zoom</source>
        <translation>云台与变倍</translation>
    </message>
    <message>
        <source>Focus and iris</source>
        <translation>聚焦与光圈</translation>
    </message>
    <message>
        <source>Go to a preset, keep or delete it</source>
        <translation>调用、设置或删除预置位</translation>
    </message>
    <message>
        <source>Start, stop and make a cruise</source>
        <translation>启动、停止和编辑巡航</translation>
    </message>
    <message>
        <source>Scan between two limits</source>
        <translation>在左右边界之间扫描</translation>
    </message>
    <message>
        <source>Wiper and other switches</source>
        <translation>雨刷及其他辅助开关</translation>
    </message>
    <message>
        <source>Changes of the catalog, as they happen</source>
        <translation>目录变化，随时上报</translation>
    </message>
    <message>
        <source>Alarms, as they happen</source>
        <translation>报警，随时上报</translation>
    </message>
    <message>
        <source>Position while it moves</source>
        <translation>移动中的位置</translation>
    </message>
    <message>
        <source>Where it looks, as it changes</source>
        <translation>当前朝向，变化时上报</translation>
    </message>
    <message>
        <source>Time and text in the picture</source>
        <translation>画面上的时间和文字（OSD）</translation>
    </message>
    <message>
        <source>Parts of the picture that are hidden</source>
        <translation>隐私遮挡区域</translation>
    </message>
    <message>
        <source>When it records</source>
        <translation>录像计划</translation>
    </message>
    <message>
        <source>SVAC encoding</source>
        <translation>SVAC 编码配置</translation>
    </message>
    <message>
        <source>SVAC decoding</source>
        <translation>SVAC 解码配置</translation>
    </message>
    <message>
        <source>How a stream is encoded</source>
        <translation>码流的编码参数</translation>
    </message>
    <message>
        <source>Take pictures: the device uploads them</source>
        <translation>抓拍图片：由设备上传</translation>
    </message>
</context>
<context>
    <name>AskSaving</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The table was written to %1</source>
        <translation>表格已写入 %1</translation>
    </message>
    <message>
        <source>The table was not written: %1</source>
        <translation>表格未写入：%1</translation>
    </message>
</context>
<context>
    <name>Capture</name>
    <message>
        <source>this is a PDF document: save the capture that it tells of</source>
        <translation>这是 PDF 文档：请保存其中所说的抓包</translation>
    </message>
    <message>
        <source>this is an Office document of before 2007</source>
        <translation>这是 2007 年以前的 Office 文档</translation>
    </message>
    <message>
        <source>this is a RAR archive: unpack it first</source>
        <translation>这是 RAR 压缩包：请先解压</translation>
    </message>
    <message>
        <source>this is a 7-Zip archive: unpack it first</source>
        <translation>这是 7-Zip 压缩包：请先解压</translation>
    </message>
    <message>
        <source>it is compressed by xz: unpack it first (xz -d)</source>
        <translation>文件用 xz 压缩：请先解压（xz -d）</translation>
    </message>
    <message>
        <source>it is compressed by bzip2: unpack it first (bzip2 -d)</source>
        <translation>文件用 bzip2 压缩：请先解压（bzip2 -d）</translation>
    </message>
    <message>
        <source>this is a picture: the capture itself is needed</source>
        <translation>这是图片：需要抓包文件本身</translation>
    </message>
    <message>
        <source>this is a capture of Microsoft Network Monitor: save it as pcapng with Wireshark</source>
        <translation>这是 Microsoft Network Monitor 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a capture of NetXRay or Sniffer: save it as pcapng with Wireshark</source>
        <translation>这是 NetXRay 或 Sniffer 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a capture of Sniffer: save it as pcapng with Wireshark</source>
        <translation>这是 Sniffer 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a capture of OmniPeek: save it as pcapng with Wireshark</source>
        <translation>这是 OmniPeek 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a capture of InfoVista 5View: save it as pcapng with Wireshark</source>
        <translation>这是 InfoVista 5View 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a capture of LANalyzer: save it as pcapng with Wireshark</source>
        <translation>这是 LANalyzer 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a trace of HP-UX: save it as pcapng with Wireshark</source>
        <translation>这是 HP-UX 的跟踪文件：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a capture of Observer: save it as pcapng with Wireshark</source>
        <translation>这是 Observer 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a capture of Visual Networks: save it as pcapng with Wireshark</source>
        <translation>这是 Visual Networks 的抓包：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is Wireshark&apos;s K12 text: save it as pcapng with Wireshark</source>
        <translation>这是 Wireshark 的 K12 文本：请用 Wireshark 另存为 pcapng</translation>
    </message>
    <message>
        <source>this is a pcapng file whose line ends were changed: transfer it in binary mode</source>
        <translation>这是换行符被改动过的 pcapng 文件：请用二进制模式重新传输</translation>
    </message>
    <message>
        <source>this is a sound or a video</source>
        <translation>这是音频或视频</translation>
    </message>
    <message>
        <source>this is a video: a program stream</source>
        <translation>这是视频（节目流 PS）</translation>
    </message>
    <message>
        <source>this is a database of SQLite</source>
        <translation>这是 SQLite 数据库</translation>
    </message>
    <message>
        <source>this is an event log of Windows</source>
        <translation>这是 Windows 事件日志</translation>
    </message>
    <message>
        <source>this is a program</source>
        <translation>这是程序</translation>
    </message>
    <message>
        <source>this is a trace of Windows (ETL): convert it with etl2pcapng</source>
        <translation>这是 Windows 跟踪文件（ETL）：请用 etl2pcapng 转换</translation>
    </message>
    <message>
        <source>this is a web page (HTML): the download gave no file</source>
        <translation>这是网页（HTML）：下载到的不是文件</translation>
    </message>
    <message>
        <source>this is XML</source>
        <translation>这是 XML</translation>
    </message>
    <message>
        <source>this is JSON</source>
        <translation>这是 JSON</translation>
    </message>
    <message>
        <source>this is Wireshark&apos;s list of packets as text: save the capture itself as pcapng</source>
        <translation>这是 Wireshark 的文本数据包列表：请把抓包本身另存为 pcapng</translation>
    </message>
    <message>
        <source>this is text without whole SIP messages: save the packets as pcap (tcpdump -w FILE)</source>
        <translation>这是文本，其中没有完整的 SIP 消息：请把数据包保存为 pcap（tcpdump -w FILE）</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>没有文件</translation>
    </message>
    <message>
        <source>more than %1 files</source>
        <translation>文件超过 %1 个</translation>
    </message>
    <message>
        <source>more than %1 bytes when inflated</source>
        <translation>解压后超过 %1 字节</translation>
    </message>
    <message>
        <source>the compressed data are truncated</source>
        <translation>压缩数据不完整</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>the compressed data are damaged</source>
        <translation>压缩数据已损坏</translation>
    </message>
    <message>
        <source>cannot open the file</source>
        <translation>无法打开文件</translation>
    </message>
    <message>
        <source>it is compressed by lz4, which this build cannot read: unpack it first (lz4 -d)</source>
        <translation>文件用 lz4 压缩，本程序的此版本不支持：请先解压（lz4 -d）</translation>
    </message>
    <message>
        <source>%1 messages of the text do not stand whole in it, and were left out</source>
        <translation>文本中有 %1 条消息不完整，未读取</translation>
    </message>
    <message>
        <source>it was transferred in text mode (FTP&apos;s ASCII mode), which put a CR ahead of each LF; they were taken away again: transfer it in binary mode</source>
        <translation>文件曾以文本模式（FTP 的 ASCII 模式）传输，每个 LF 前多了一个 CR；这些 CR 已去掉：请改用二进制模式传输</translation>
    </message>
    <message>
        <source>this is a Word document</source>
        <translation>这是 Word 文档</translation>
    </message>
    <message>
        <source>this is an Excel workbook</source>
        <translation>这是 Excel 工作簿</translation>
    </message>
    <message>
        <source>this is a PowerPoint presentation</source>
        <translation>这是 PowerPoint 演示文稿</translation>
    </message>
    <message>
        <source>this is a ZIP archive with a password: unpack it first</source>
        <translation>这是带密码的 ZIP 压缩包：请先解压</translation>
    </message>
    <message>
        <source>this is a ZIP archive without captures</source>
        <translation>这是 ZIP 压缩包，其中没有抓包</translation>
    </message>
    <message>
        <source>this is a ZIP archive, and its directory cannot be read: get the file again</source>
        <translation>这是 ZIP 压缩包，其目录无法读取：请重新获取文件</translation>
    </message>
    <message>
        <source>it is compressed by zstd, which this build cannot read: unpack it first (zstd -d)</source>
        <translation>文件用 zstd 压缩，本程序的此版本不支持：请先解压（zstd -d）</translation>
    </message>
    <message>
        <source>the file is truncated</source>
        <translation>文件不完整</translation>
    </message>
    <message>
        <source>the file is empty: nothing was captured into it</source>
        <translation>文件是空的：没有抓到任何内容</translation>
    </message>
    <message>
        <source>not a capture file: </source>
        <translation>不是抓包文件：</translation>
    </message>
    <message>
        <source>its first bytes are those of none (pcap, pcapng, snoop, or these packed): open it in Wireshark and save it as pcapng</source>
        <translation>其开头的字节不属于任何抓包格式（pcap、pcapng、snoop 或其压缩文件）：请用 Wireshark 打开并另存为 pcapng</translation>
    </message>
    <message>
        <source>a section header that cannot be read</source>
        <translation>段头无法读取</translation>
    </message>
    <message>
        <source>a packet of %1 bytes</source>
        <translation>长度为 %1 字节的数据包</translation>
    </message>
    <message>
        <source>a block of %1 bytes</source>
        <translation>长度为 %1 字节的块</translation>
    </message>
    <message>
        <source>a block with two lengths</source>
        <translation>块首尾的长度不一致</translation>
    </message>
    <message>
        <source>a packet block that is too short</source>
        <translation>数据包块过短</translation>
    </message>
    <message>
        <source>a packet of an interface that is not described</source>
        <translation>数据包所属的接口没有描述</translation>
    </message>
    <message>
        <source>an interface block that is too short</source>
        <translation>接口块过短</translation>
    </message>
    <message>
        <source>more than %1 interfaces</source>
        <translation>接口超过 %1 个</translation>
    </message>
    <message>
        <source>an option that is longer than its block</source>
        <translation>选项比所在的块还长</translation>
    </message>
    <message>
        <source>; before that, </source>
        <translation>；在此之前，</translation>
    </message>
    <message>
        <source>a snoop file of a version that is not known</source>
        <translation>snoop 文件的版本未知</translation>
    </message>
    <message>
        <source>broken at packet %1: </source>
        <translation>在第 %1 个数据包处中断：</translation>
    </message>
    <message>
        <source>link type %1%2 is not known: </source>
        <translation>链路类型 %1%2 未知：</translation>
    </message>
    <message>
        <source>%1 packets of interface %2 were not read</source>
        <translation>接口 %2 的 %1 个数据包没有读取</translation>
    </message>
    <message>
        <source>none of its %1 packets was read</source>
        <translation>其 %1 个数据包都没有读取</translation>
    </message>
    <message>
        <source>and more interfaces of such types</source>
        <translation>以及更多此类接口</translation>
    </message>
    <message>
        <source>%1 bytes unreadable at offset %2 (%3)</source>
        <translation>偏移 %2 处有 %1 字节无法读取（%3）</translation>
    </message>
    <message>
        <source>, %1 bytes at %2 places in all</source>
        <translation>，共 %2 处 %1 字节</translation>
    </message>
    <message>
        <source>; what stands behind them was read</source>
        <translation>；其后的内容已读取</translation>
    </message>
    <message>
        <source>; the line ends are those of a transfer in text mode (FTP&apos;s ASCII mode), which spoils a capture: transfer it in binary mode</source>
        <translation>；换行符表明文件以文本模式（FTP 的 ASCII 模式）传输，抓包因此损坏：请用二进制模式重新传输</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Heartbeat setting on &amp;both ends…</source>
        <translation>两端的心跳设置(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Outage test…</source>
        <translation>平台失联测试(&amp;O)…</translation>
    </message>
    <message>
        <source>Ans&amp;wer again</source>
        <translation>恢复应答(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Find a device</source>
        <translation>查找设备(&amp;F)</translation>
    </message>
    <message>
        <source>Clear &amp;all filters</source>
        <translation>清除所有过滤(&amp;A)</translation>
    </message>
    <message>
        <source>Show only these in the message flow</source>
        <translation>信令流程中只看这些设备</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Show the &amp;proof</source>
        <translation>显示证据(&amp;P)</translation>
    </message>
    <message>
        <source>Own heartbeat setting…</source>
        <translation>单独设置心跳…</translation>
    </message>
    <message>
        <source>Find in &amp;messages…</source>
        <translation>在消息中查找(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Next message found</source>
        <translation>下一条匹配消息(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous message found</source>
        <translation>上一条匹配消息(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Listen…</source>
        <translation>监听(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Stop listening</source>
        <translation>停止监听(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Known passwords…</source>
        <translation>已知密码(&amp;K)…</translation>
    </message>
    <message>
        <source>Copy the whole message</source>
        <translation>复制整条消息</translation>
    </message>
    <message>
        <source>Show CR, LF and tabs</source>
        <translation>显示 CR、LF 和制表符</translation>
    </message>
    <message>
        <source>Message as text</source>
        <translation>以文本显示消息</translation>
    </message>
    <message>
        <source>Message in its parts</source>
        <translation>按结构显示消息</translation>
    </message>
    <message>
        <source>Message in hex</source>
        <translation>以十六进制显示消息</translation>
    </message>
    <message>
        <source>Site &amp;overview</source>
        <translation>现场总览(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Expected devices…</source>
        <translation>待接入设备(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Camera card</source>
        <translation>摄像机参数卡(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Open a capture…</source>
        <translation>打开抓包文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Recent capture %1</source>
        <translation>最近的抓包文件 %1</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>抓包(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Device table</source>
        <translation>设备表</translation>
    </message>
    <message>
        <source>Message flow</source>
        <translation>信令流程</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>计数项</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>All &amp;commands…</source>
        <translation>所有命令(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About gbscope</source>
        <translation>关于 gbscope(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Reset the layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close the window</source>
        <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Open or close the line</source>
        <translation>展开或收起该行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Nothing comes: what to check</source>
        <translation>没有信令：检查步骤(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Sample captures</source>
        <translation>示例抓包(&amp;S)</translation>
    </message>
    <message>
        <source>Camera with a &amp;wrong password</source>
        <translation>密码错误的摄像机(&amp;W)</translation>
    </message>
    <message>
        <source>One of two cameras stops its &amp;heartbeats</source>
        <translation>两台摄像机之一停止心跳(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Site with seven devices</source>
        <translation>七台设备的现场(&amp;S)</translation>
    </message>
    <message>
        <source>Ask the &amp;device…</source>
        <translation>询问设备(&amp;D)…</translation>
    </message>
    <message>
        <source>Columns and order…</source>
        <translation>列与排序…</translation>
    </message>
    <message>
        <source>Highlight “%1” everywhere</source>
        <translation>在所有消息中标出“%1”</translation>
    </message>
    <message>
        <source>Highlight the value everywhere</source>
        <translation>在所有消息中标出该值</translation>
    </message>
    <message>
        <source>Show only messages with “%1”</source>
        <translation>只显示含“%1”的消息</translation>
    </message>
    <message>
        <source>Show only messages with the value</source>
        <translation>只显示含该值的消息</translation>
    </message>
    <message>
        <source>Hide messages with “%1”</source>
        <translation>隐藏含“%1”的消息</translation>
    </message>
    <message>
        <source>Hide messages with the value</source>
        <translation>隐藏含该值的消息</translation>
    </message>
    <message>
        <source>Copy “%1”</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制该值</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>报告(&amp;T)…</translation>
    </message>
    <message>
        <source>Show the &amp;operation</source>
        <translation>显示整个操作(&amp;O)</translation>
    </message>
    <message>
        <source>Pla&amp;y…</source>
        <translation>点播(&amp;Y)…</translation>
    </message>
    <message>
        <source>Write a &amp;message…</source>
        <translation>编写消息(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Send as a new message…</source>
        <translation>作为新消息发送(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>有问题的消息(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Slow answers</source>
        <translation>响应慢(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Refused again and again</source>
        <translation>反复鉴权失败(&amp;R)</translation>
    </message>
    <message>
        <source>Missed &amp;heartbeats</source>
        <translation>心跳丢失(&amp;H)</translation>
    </message>
    <message>
        <source>Re&amp;transmissions</source>
        <translation>重传(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Malformed messages</source>
        <translation>格式错误的消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Unanswered requests</source>
        <translation>未应答的请求(&amp;U)</translation>
    </message>
    <message>
        <source>Kept filter %1</source>
        <translation>保留的过滤条件 %1</translation>
    </message>
    <message>
        <source>&amp;Keep this filter</source>
        <translation>保留此过滤条件(&amp;K)</translation>
    </message>
    <message>
        <source>F&amp;orget this kept filter</source>
        <translation>删除此保留的过滤条件(&amp;O)</translation>
    </message>
    <message>
        <source>Fi&amp;lters</source>
        <translation>过滤条件(&amp;L)</translation>
    </message>
    <message>
        <source>F&amp;ilter messages</source>
        <translation>过滤消息(&amp;I)</translation>
    </message>
    <message>
        <source>List by device and operation</source>
        <translation>按设备和操作列出</translation>
    </message>
    <message>
        <source>List by operation</source>
        <translation>按操作列出</translation>
    </message>
    <message>
        <source>List by Call-ID</source>
        <translation>按 Call-ID 列出</translation>
    </message>
    <message>
        <source>List of single messages</source>
        <translation>逐条列出消息</translation>
    </message>
    <message>
        <source>Order by time</source>
        <translation>按时间排序</translation>
    </message>
    <message>
        <source>Order by what it is</source>
        <translation>按内容排序</translation>
    </message>
    <message>
        <source>Order by device</source>
        <translation>按设备排序</translation>
    </message>
    <message>
        <source>Order by state</source>
        <translation>按状态排序</translation>
    </message>
    <message>
        <source>Order by duration</source>
        <translation>按耗时排序</translation>
    </message>
    <message>
        <source>Order by messages</source>
        <translation>按消息数排序</translation>
    </message>
    <message>
        <source>Order by retransmissions</source>
        <translation>按重传次数排序</translation>
    </message>
    <message>
        <source>Reverse the order of the list</source>
        <translation>反转列表顺序</translation>
    </message>
    <message>
        <source>Show only these messages</source>
        <translation>只显示这些消息</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Close all rows</source>
        <translation>收起所有行</translation>
    </message>
    <message>
        <source>List of messages</source>
        <translation>消息列表</translation>
    </message>
    <message>
        <source>Statistics of the messages…</source>
        <translation>消息统计…</translation>
    </message>
    <message>
        <source>Go to the list of messages</source>
        <translation>转到消息列表</translation>
    </message>
    <message>
        <source>Compare with its &amp;retry after 401</source>
        <translation>与 401 后的重试对比(&amp;R)</translation>
    </message>
    <message>
        <source>Compare with another &amp;message…</source>
        <translation>与另一条消息对比(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Add to the comparison</source>
        <translation>加入对比(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
        <source>Show what differs in &amp;each message</source>
        <translation>显示每条消息都不同的内容(&amp;E)</translation>
    </message>
    <message>
        <source>Only what &amp;differs</source>
        <translation>只显示不同之处(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy the comparison</source>
        <translation>复制对比结果(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare with “%1”</source>
        <translation>与“%1”对比</translation>
    </message>
    <message>
        <source>Compare with the last &amp;good one</source>
        <translation>与上次成功时对比(&amp;G)</translation>
    </message>
    <message>
        <source>Compare with the pre&amp;vious in this direction</source>
        <translation>与同方向的前一条对比(&amp;V)</translation>
    </message>
    <message>
        <source>Compare with the same a&amp;t another device</source>
        <translation>与另一设备的同一步对比(&amp;T)</translation>
    </message>
    <message>
        <source>Change &amp;keys…</source>
        <translation>更改快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>Ta&amp;ke the mark away</source>
        <translation>取消标记(&amp;K)</translation>
    </message>
    <message>
        <source>Mar&amp;k this message</source>
        <translation>标记此消息(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Write a note on it…</source>
        <translation>写备注(&amp;W)…</translation>
    </message>
    <message>
        <source>Ne&amp;xt mark</source>
        <translation>下一个标记(&amp;X)</translation>
    </message>
    <message>
        <source>Previo&amp;us mark</source>
        <translation>上一个标记(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Present with pseudonyms</source>
        <translation>以化名演示(&amp;P)</translation>
    </message>
    <message>
        <source>Save a cop&amp;y of the record…</source>
        <translation>保存记录副本(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Overview: a message is a thin line</source>
        <translation>概览：一条消息一条细线(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Compact rows</source>
        <translation>紧凑(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Normal rows</source>
        <translation>标准(&amp;N)</translation>
    </message>
    <message>
        <source>Roomy rows with &amp;addresses and Call-ID</source>
        <translation>宽松，带地址和 Call-ID(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Roomier</source>
        <translation>更宽松(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Denser</source>
        <translation>更紧凑(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Density of the flow</source>
        <translation>信令流程的疏密(&amp;D)</translation>
    </message>
    <message>
        <source>Why is it not here?…</source>
        <translation>为什么这里没有？…</translation>
    </message>
    <message>
        <source>Why are its messages not here?…</source>
        <translation>为什么没有它的消息？…</translation>
    </message>
</context>
<context>
    <name>ExportScopes</name>
    <message>
        <source>&amp;All messages of the session</source>
        <translation>记录中的全部消息(&amp;A)</translation>
    </message>
    <message>
        <source>Of the &amp;device %1</source>
        <translation>设备 %1 的消息(&amp;D)</translation>
    </message>
    <message numerus="yes">
        <source>Of the %n selected &amp;device(s)</source>
        <translation>
            <numerusform>所选 %n 台设备的消息(&amp;D)</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the &amp;operation that message #%1 is of</source>
        <translation>消息 #%1 所属操作的消息(&amp;O)</translation>
    </message>
    <message>
        <source>Of the selected dia&amp;log (one Call-ID)</source>
        <translation>所选会话（同一 Call-ID）的消息(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Message #%1 alone</source>
        <translation>仅消息 #%1(&amp;M)</translation>
    </message>
    <message>
        <source>What the message flow &amp;shows, as it is filtered</source>
        <translation>信令流程中过滤后显示的消息(&amp;S)</translation>
    </message>
    <message>
        <source>Of the &amp;transaction that message #%1 is of</source>
        <translation>消息 #%1 所属的事务(&amp;T)</translation>
    </message>
    <message>
        <source>The messages that you mar&amp;ked</source>
        <translation>已标记的消息(&amp;K)</translation>
    </message>
    <message>
        <source>The &amp;proof of the selected finding</source>
        <translation>所选诊断的证据(&amp;P)</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>CSV – a line a message, for a spreadsheet</source>
        <translation>CSV – 每条消息一行，用于电子表格</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON Lines – an object a message, for programs</source>
        <translation>JSON Lines – 每条消息一个对象，供程序使用</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Ladder as text – for a mail or a ticket</source>
        <translation>信令流程文本 – 用于邮件或工单</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Ladder as ASCII text</source>
        <translation>信令流程 ASCII 文本</translation>
    </message>
    <message>
        <source>Markdown – messages for an issue</source>
        <translation>Markdown – 消息原文，用于提交问题</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Mermaid diagrams – for an issue or a wiki</source>
        <translation>Mermaid 图 – 用于提交问题或 wiki</translation>
    </message>
    <message>
        <source>pcap – for older tools</source>
        <translation>pcap – 用于旧工具</translation>
    </message>
    <message>
        <source>pcap</source>
        <translation>pcap</translation>
    </message>
    <message>
        <source>pcapng – for Wireshark</source>
        <translation>pcapng – 用于 Wireshark</translation>
    </message>
    <message>
        <source>pcapng</source>
        <translation>pcapng</translation>
    </message>
    <message>
        <source>Text – for a mail</source>
        <translation>文本 – 用于邮件</translation>
    </message>
    <message>
        <source>SIPp scenario of the device</source>
        <translation>SIPp 场景 – 设备侧</translation>
    </message>
    <message>
        <source>SIPp scenario</source>
        <translation>SIPp 场景</translation>
    </message>
    <message>
        <source>SIPp scenario of what the device answers, for -oocsf</source>
        <translation>SIPp 场景 – 设备的应答，配合 -oocsf 使用</translation>
    </message>
    <message>
        <source>SIPp scenario of the platform</source>
        <translation>SIPp 场景 – 平台侧</translation>
    </message>
    <message>
        <source>Devices as CSV</source>
        <translation>设备列表 CSV</translation>
    </message>
    <message>
        <source>Devices as JSON Lines</source>
        <translation>设备列表 JSON Lines</translation>
    </message>
    <message>
        <source>Findings as CSV</source>
        <translation>诊断 CSV</translation>
    </message>
    <message>
        <source>Findings as JSON Lines</source>
        <translation>诊断 JSON Lines</translation>
    </message>
    <message>
        <source>Heartbeats as CSV</source>
        <translation>心跳 CSV</translation>
    </message>
    <message>
        <source>Heartbeats as JSON Lines</source>
        <translation>心跳 JSON Lines</translation>
    </message>
    <message>
        <source>Heartbeats as a picture</source>
        <translation>心跳图（SVG 图片）</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>Ladder as a picture</source>
        <translation>信令时序图（SVG 图片）</translation>
    </message>
    <message>
        <source>Media as CSV</source>
        <translation>媒体流 CSV</translation>
    </message>
    <message>
        <source>Media as JSON Lines</source>
        <translation>媒体流 JSON Lines</translation>
    </message>
    <message>
        <source>Ladder as a picture, PNG</source>
        <translation>信令时序图（图片，PNG）</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Ladder for paper, PDF</source>
        <translation>信令时序图（打印用，PDF）</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Heartbeats as a picture, PNG</source>
        <translation>心跳图（图片，PNG）</translation>
    </message>
    <message>
        <source>Heartbeats for paper, PDF</source>
        <translation>心跳图（打印用，PDF）</translation>
    </message>
    <message>
        <source>PlantUML diagrams – for a document</source>
        <translation>PlantUML 图 – 用于文档</translation>
    </message>
    <message>
        <source>PlantUML</source>
        <translation>PlantUML</translation>
    </message>
</context>
<context>
    <name>FreeTemplate</name>
    <message>
        <source>OPTIONS: are you there?</source>
        <translation>OPTIONS：询问设备是否在线</translation>
    </message>
    <message>
        <source>Query: Catalog</source>
        <translation>查询：目录（Catalog）</translation>
    </message>
    <message>
        <source>Query: DeviceInfo</source>
        <translation>查询：设备信息（DeviceInfo）</translation>
    </message>
    <message>
        <source>Query: DeviceStatus</source>
        <translation>查询：设备状态（DeviceStatus）</translation>
    </message>
    <message>
        <source>Query: ConfigDownload</source>
        <translation>查询：设备配置（ConfigDownload）</translation>
    </message>
    <message>
        <source>Control: PTZ left</source>
        <translation>控制：云台左转</translation>
    </message>
    <message>
        <source>Control: PTZ stop</source>
        <translation>控制：云台停止</translation>
    </message>
    <message>
        <source>Notify: Keepalive, as a device sends it</source>
        <translation>通知：心跳（Keepalive），与设备发送的相同</translation>
    </message>
    <message>
        <source>200 OK to a Keepalive</source>
        <translation>对心跳的应答 200 OK</translation>
    </message>
    <message>
        <source>SUBSCRIBE: Catalog</source>
        <translation>SUBSCRIBE：目录订阅</translation>
    </message>
    <message>
        <source>NOTIFY: Alarm</source>
        <translation>NOTIFY：报警通知</translation>
    </message>
    <message>
        <source>INVITE: live play, media to the discard port</source>
        <translation>INVITE：实时点播，媒体发往丢弃端口</translation>
    </message>
    <message>
        <source>BYE, within a call</source>
        <translation>BYE：结束呼叫（会话内）</translation>
    </message>
    <message>
        <source>INFO: pause, within a playback</source>
        <translation>INFO：暂停回放（会话内）</translation>
    </message>
    <message>
        <source>Control: TeleBoot, restarts the device</source>
        <translation>控制：远程重启（TeleBoot）</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>About gbscope</source>
        <translation>关于 gbscope</translation>
    </message>
    <message>
        <source>Console for commissioning GB/T 28181 devices.</source>
        <translation>GB/T 28181 设备调试控制台。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. There is no warranty.</source>
        <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>It uses Qt (LGPL-3; Qt Charts GPL-3), libosip2 and libqrencode (LGPL-2.1) and libpcap (BSD).</source>
        <translation>使用了 Qt（LGPL-3；Qt Charts 为 GPL-3）、libosip2 与 libqrencode（LGPL-2.1）以及 libpcap（BSD）。</translation>
    </message>
    <message>
        <source>Qt %1 (built with %2), %3, %4</source>
        <extracomment>%1 and %2 are versions of Qt, %3 an operating system, %4 a kind of processor</extracomment>
        <translation>Qt %1（编译时 %2），%3，%4</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Versions, for a bug report</source>
        <translation>版本信息，用于故障报告</translation>
    </message>
</context>
<context>
    <name>NoticeRows</name>
    <message>
        <source>Came at</source>
        <translation>收到时间</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Report on %1</source>
        <translation>%1 的报告</translation>
    </message>
    <message numerus="yes">
        <source>Report on %n device(s)</source>
        <translation>
            <numerusform>%n 台设备的报告</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>language of this page as HTML has it: en, zh-CN</comment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1，%2 至 %3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No device is in this record.</source>
        <translation>此记录中没有设备。</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) with an error</source>
        <translation>
            <numerusform>%n 台设备有错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n 台有警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with neither</source>
        <translation>
            <numerusform>%n 台未发现问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing wrong was found in this record.</source>
        <translation>在此记录中未发现问题。</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Record and network</source>
        <translation>记录与网络</translation>
    </message>
    <message>
        <source>Not all of the files could be read: %1</source>
        <translation>文件未能全部读取：%1</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User-Agent</source>
        <translation>User-Agent</translation>
    </message>
    <message>
        <source>Registrations</source>
        <translation>注册次数</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Green: a heartbeat. Blue: a registration. Red: away, judged by %1.</source>
        <translation>绿色：心跳。蓝色：注册。红色：离线（按 %1 判定）。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>works</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>broken here first</source>
        <translation>从这里开始异常</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>记录中没有</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>标准版本</translation>
    </message>
    <message>
        <source>%1, every %2</source>
        <translation>%1，间隔 %2</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>%1 (over)</source>
        <translation>%1（已结束）</translation>
    </message>
    <message numerus="yes">
        <source>seen %n time(s)</source>
        <translation>
            <numerusform>出现 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Proof: %1</source>
        <translation>证据：%1</translation>
    </message>
    <message>
        <source>Message flow</source>
        <translation>信令流程</translation>
    </message>
    <message numerus="yes">
        <source>Text of %n message(s)</source>
        <translation>
            <numerusform>%n 条消息的原文</numerusform>
        </translation>
    </message>
    <message>
        <source>How this was made</source>
        <translation>本报告的生成方式</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1, of them %2 retransmissions and %3 malformed; %4 requests without an answer</source>
        <translation>%1，其中重传 %2、格式错误 %3；无应答的请求 %4</translation>
    </message>
    <message>
        <source>Heartbeats are judged by</source>
        <translation>心跳判定标准</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成时间</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>devices with an error, with a warning, with neither</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>A record</source>
        <translation>一份记录</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Redaction</source>
        <translation>脱敏</translation>
    </message>
    <message numerus="yes">
        <source>… %n message(s) not shown …</source>
        <translation>
            <numerusform>… 另有 %n 条消息未显示 …</numerusform>
        </translation>
    </message>
    <message>
        <source>Causes that come into question</source>
        <translation>可能的原因</translation>
    </message>
</context>
<context>
    <name>PaintedFormat</name>
    <message>
        <source>A file cannot be exported into itself.</source>
        <translation>不能把文件导出到它自身。</translation>
    </message>
    <message>
        <source>The picture is too large for PNG. PDF and SVG have room for it; or choose fewer messages.</source>
        <translation>图片太大，PNG 放不下。请改用 PDF 或 SVG，或者少选一些消息。</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>内存不足，无法生成图片。</translation>
    </message>
    <message>
        <source>The picture cannot be painted.</source>
        <translation>无法绘制图片。</translation>
    </message>
</context>
<context>
    <name>StatusCounts</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>%1 retransmitted</source>
        <translation>重传 %1</translation>
    </message>
    <message>
        <source>%1 malformed</source>
        <translation>格式错误 %1</translation>
    </message>
    <message>
        <source>Packets read</source>
        <translation>已读取的数据包</translation>
    </message>
    <message>
        <source>SIP messages</source>
        <translation>SIP 消息</translation>
    </message>
    <message>
        <source>Repeated otherwise</source>
        <translation>其他重复</translation>
    </message>
    <message>
        <source>Not SIP</source>
        <translation>非 SIP</translation>
    </message>
    <message>
        <source>NAT keepalives</source>
        <translation>NAT 保活</translation>
    </message>
    <message>
        <source>Error answers held back</source>
        <translation>暂不应答的错误</translation>
    </message>
    <message>
        <source>Made room in the list</source>
        <translation>已移出列表</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Dropped by this computer</source>
        <translation>本机丢弃</translation>
    </message>
    <message>
        <source>No signalling</source>
        <translation>非信令</translation>
    </message>
    <message>
        <source>Neither UDP nor TCP</source>
        <translation>非 UDP、非 TCP</translation>
    </message>
    <message>
        <source>IP fragments lost</source>
        <translation>丢失的 IP 分片</translation>
    </message>
    <message>
        <source>Damaged packets</source>
        <translation>损坏的数据包</translation>
    </message>
    <message>
        <source>TCP bytes missing</source>
        <translation>缺失的 TCP 字节</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>All packets of %1. The messages are the signalling in them; what is none is counted by its kind.</source>
        <translation>%1 中的全部数据包。消息是其中的信令；其余数据包按类别计数。</translation>
    </message>
    <message>
        <source>Whoever sends much that is refused gets only some of the error answers, so that nobody can make this computer flood others. Nothing needs to be done.</source>
        <translation>对于频繁发送无效请求的一方，只回复部分错误应答，以防本机被利用来攻击他人。无需处理。</translation>
    </message>
    <message>
        <source>The oldest messages made room in the list. Nothing is recorded, so they are gone.</source>
        <translation>最早的消息已移出列表。由于没有记录文件，这些消息已不可查。</translation>
    </message>
    <message>
        <source>The oldest messages made room in the list. They are still in %1: an export has them.</source>
        <translation>最早的消息已移出列表，但仍保存在 %1 中，可通过导出获得。</translation>
    </message>
    <message>
        <source>The window did not keep up with the traffic. These messages and events were counted, not listed. The messages are in %1: open it to see them.</source>
        <translation>窗口未能跟上流量。这些消息和事件已计数但未列出。消息保存在 %1 中，打开该文件即可查看。</translation>
    </message>
    <message>
        <source>The disk did not keep up, or failed. These messages are in the list, but not in %1: an export will not have them. Record to a faster disk with free space.</source>
        <translation>磁盘写入过慢或出错。这些消息在列表中，但不在 %1 中，导出时不会包含。请记录到速度更快、空间充足的磁盘。</translation>
    </message>
    <message>
        <source>This computer did not keep up with its network card. Messages may be missing that were really sent. Mirror less traffic to the card, or use a faster computer.</source>
        <translation>本机未能跟上网卡流量，实际发送过的消息可能缺失。请减少镜像到该网卡的流量，或换用性能更高的计算机。</translation>
    </message>
    <message>
        <source>Datagrams and segments that carry something else than SIP, such as media. They are not listed; nothing is missing.</source>
        <translation>承载非 SIP 内容（如媒体流）的数据报和报文段。它们不列出，消息并无缺失。</translation>
    </message>
    <message>
        <source>Packets such as ARP or ICMP. No SIP can be in them.</source>
        <translation>ARP、ICMP 等数据包，其中不可能有 SIP。</translation>
    </message>
    <message>
        <source>The rest of these IP packets is not in %1, so messages may be missing. A capture filter by port drops every fragment but the first: capture without it.</source>
        <translation>这些 IP 数据包的其余分片不在 %1 中，消息可能缺失。按端口的抓包过滤会丢掉首片以外的所有分片，请不加该过滤条件重新抓包。</translation>
    </message>
    <message>
        <source>Parts of TCP streams are not in %1, so messages may be missing. Begin the capture before the devices connect, on a computer that keeps up.</source>
        <translation>%1 中缺少部分 TCP 流，消息可能缺失。请在设备建立连接之前开始抓包，并使用性能足够的计算机。</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>全部消息</translation>
    </message>
    <message>
        <source>Hidden messages</source>
        <translation>已隐藏的消息</translation>
    </message>
    <message>
        <source>Retransmitted messages</source>
        <translation>重传的消息</translation>
    </message>
    <message>
        <source>Malformed messages</source>
        <translation>格式错误的消息</translation>
    </message>
    <message>
        <source>Packets cut by the capture</source>
        <translation>被抓包截断的数据包</translation>
    </message>
    <message>
        <source>ICMP errors</source>
        <translation>ICMP 差错</translation>
    </message>
    <message>
        <source>HEP without SIP</source>
        <translation>不含 SIP 的 HEP</translation>
    </message>
    <message>
        <source>TLS connections, each way</source>
        <translation>TLS 连接（每个方向）</translation>
    </message>
    <message>
        <source>The headers of these packets contradict each other, or are not all there, so messages may be missing. Capture whole packets: tcpdump -s 0.</source>
        <translation>这些数据包的各层头部互相矛盾或不完整，因此可能缺少消息。请抓完整的数据包：tcpdump -s 0。</translation>
    </message>
    <message>
        <source>The capture kept the start of these packets. What is there of a message is shown; what is not is not known. Capture whole packets: tcpdump -s 0.</source>
        <translation>抓包只保留了这些数据包的开头。消息中抓到的部分照常显示，没有抓到的无从得知。请抓完整的数据包：tcpdump -s 0。</translation>
    </message>
    <message>
        <source>Somebody on the way, or the receiver&apos;s computer, told that a datagram did not arrive.</source>
        <translation>途中的设备或接收方主机报告有数据报没有送达。</translation>
    </message>
    <message>
        <source>Packets of HEP that hold something else than SIP, hold it compressed, or are damaged.</source>
        <translation>HEP 包里不是 SIP、内容被压缩或已损坏。</translation>
    </message>
    <message>
        <source>TLS: what these connections carry cannot be seen. SIP may be in it. Capture where it is not encrypted, or let the devices use UDP or TCP for the time.</source>
        <translation>TLS：这些连接的内容看不到，其中可能有 SIP。请在未加密处抓包，或让设备暂时改用 UDP 或 TCP。</translation>
    </message>
    <message>
        <source>The oldest messages made room in the list. Of %1 the files are deleted: the records were over the limits of the preferences. The others are still in the record.</source>
        <translation>最早的消息已移出列表。其中 %1 条所在的文件已删除：记录超过了首选项中的上限。其余消息仍在记录中。</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>The last session was not closed properly (%1). Its messages up to half a second before the end are there.</source>
        <translation>上次会话未正常关闭（%1）。除最后半秒外，消息都已保存。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>不再询问</translation>
    </message>
</context>
<context>
    <name>arguments</name>
    <message>
        <source>--%1 takes ADDRESS:PORT, an IP address and a port from 0 to 65535; &quot;%2&quot; is none. Nothing listens.</source>
        <translation>--%1 的格式为“地址:端口”，即 IP 地址和 0 到 65535 的端口；“%2”不是。未开始监听。</translation>
    </message>
    <message>
        <source>--password is empty. Leave it out if devices register without one. Nothing listens.</source>
        <translation>--password 为空。若允许设备无密码注册，请不要写该参数。未开始监听。</translation>
    </message>
    <message>
        <source>--id, --domain or --password cannot be used. Nothing listens.</source>
        <translation>--id、--domain 或 --password 不可用。未开始监听。</translation>
    </message>
    <message>
        <source>--%1 takes the address of one computer; %2 is for many (multicast or broadcast). Nothing listens.</source>
        <translation>--%1 只接受一台计算机的地址；%2 是多台计算机共用的（组播或广播）地址。未开始监听。</translation>
    </message>
    <message>
        <source>%1 of %2 messages, painted to %3</source>
        <translation>已将 %2 条消息中的 %1 条绘制到 %3</translation>
    </message>
    <message>
        <source>The record folder %1 cannot be written to. This session is recorded into %2. Choose another folder in the preferences (menu View).</source>
        <translation>记录文件夹 %1 无法写入。本次会话记录到 %2。请在首选项（“视图”菜单）中另选文件夹。</translation>
    </message>
</context>
<context>
    <name>cause</name>
    <message>
        <source>It has lost its power</source>
        <translation>设备断电</translation>
    </message>
    <message>
        <source>Look whether its lamp, or the port of its switch, is on.</source>
        <translation>查看设备指示灯或其交换机端口指示灯是否亮。</translation>
    </message>
    <message>
        <source>The way to it is broken: cable, switch, NAT</source>
        <translation>到设备的网络中断：网线、交换机或 NAT</translation>
    </message>
    <message>
        <source>Ping it from this computer, and from a computer beside it.</source>
        <translation>分别从本机和设备旁边的电脑 ping 它。</translation>
    </message>
    <message>
        <source>Its program hangs, or it has started again and not come back</source>
        <translation>设备程序卡死，或重启后没有恢复</translation>
    </message>
    <message>
        <source>Open its web page: if it answers, look at how long it has been running.</source>
        <translation>打开设备网页：能打开就查看它已运行多长时间。</translation>
    </message>
    <message>
        <source>Its registration ended or was refused, and it did not register again</source>
        <translation>注册到期或被拒绝，设备没有重新注册</translation>
    </message>
    <message>
        <source>Look in its web page whether platform access is on, and what state it shows.</source>
        <translation>在设备网页中查看平台接入是否启用、显示什么状态。</translation>
    </message>
    <message>
        <source>It has another address now</source>
        <translation>设备的地址变了</translation>
    </message>
    <message>
        <source>Look in the DHCP server or the router which address its MAC has.</source>
        <translation>在 DHCP 服务器或路由器中查看其 MAC 对应的地址。</translation>
    </message>
    <message>
        <source>The server is down or hangs</source>
        <translation>平台停机或卡死</translation>
    </message>
    <message>
        <source>Look whether its process runs and what its log says of that time.</source>
        <translation>查看平台进程是否在运行，以及该时段的日志。</translation>
    </message>
    <message>
        <source>Messages, or the answers to them, are lost on the way</source>
        <translation>报文或其应答在途中丢失</translation>
    </message>
    <message>
        <source>Capture at the device and at the server at the same time, and open both files.</source>
        <translation>在设备侧和平台侧同时抓包，再一起打开两个文件。</translation>
    </message>
    <message>
        <source>The server drops what this device sends: it does not know it, or not any more</source>
        <translation>平台丢弃该设备的报文：不认识它，或已不再认识它</translation>
    </message>
    <message>
        <source>Look for its ID in the server&apos;s list of devices and in its log.</source>
        <translation>在平台的设备列表和日志中查找该设备编码。</translation>
    </message>
    <message>
        <source>It was answered, and the answer not captured</source>
        <translation>已经应答，只是应答没有抓到</translation>
    </message>
    <message>
        <source>Capture again with both directions, without a filter, and with -s 0.</source>
        <translation>重新抓包：双向、不加抓包过滤、用 -s 0。</translation>
    </message>
    <message>
        <source>The password in the device is wrong or empty</source>
        <translation>设备中的密码错误或为空</translation>
    </message>
    <message>
        <source>Type the password of the platform in the device again.</source>
        <translation>在设备中重新输入平台密码。</translation>
    </message>
    <message>
        <source>The password was changed, at one of both ends</source>
        <translation>有一端改过密码</translation>
    </message>
    <message>
        <source>Ask who changed a password since it was accepted, in the server or in the device.</source>
        <translation>查明自上次接受以来，谁在平台或设备中改过密码。</translation>
    </message>
    <message>
        <source>It computes with another user name or realm than the server</source>
        <translation>设备计算时用的用户名或 realm 与平台不同</translation>
    </message>
    <message>
        <source>Set its authentication ID to its device ID, and its SIP domain to the server&apos;s.</source>
        <translation>把认证 ID 设为设备编码，把 SIP 域设为平台的域。</translation>
    </message>
    <message>
        <source>It does not understand the form of the challenge, or has another formula</source>
        <translation>设备不懂这种质询形式，或用了别的公式</translation>
    </message>
    <message>
        <source>Let gbscope challenge it in other forms, one after another.</source>
        <translation>让 gbscope 依次用其他形式质询它。</translation>
    </message>
    <message>
        <source>The 401 does not arrive</source>
        <translation>401 没有到达</translation>
    </message>
    <message>
        <source>Capture at the device: the 401 is there, or it is not.</source>
        <translation>在设备侧抓包：看 401 有没有到。</translation>
    </message>
    <message>
        <source>The NAT on the way no longer knows the device&apos;s port</source>
        <translation>途中的 NAT 已不再记得设备的端口</translation>
    </message>
    <message>
        <source>Ask right behind a heartbeat: if it answers then, set a shorter interval.</source>
        <translation>紧跟心跳之后查询：若此时应答，就把心跳周期设短。</translation>
    </message>
    <message>
        <source>The request is lost on the way</source>
        <translation>请求在途中丢失</translation>
    </message>
    <message>
        <source>Ask over TCP; or capture at the device and look whether it arrives.</source>
        <translation>改用 TCP 查询；或在设备侧抓包，看请求是否到达。</translation>
    </message>
    <message>
        <source>It takes the request and does not answer</source>
        <translation>设备收到请求但不应答</translation>
    </message>
    <message>
        <source>Ask it something else, such as DeviceInfo: if it answers that, it ignores this.</source>
        <translation>查询别的内容，例如 DeviceInfo：若它应答，就是不理会这个请求。</translation>
    </message>
    <message>
        <source>The INVITE names an address for the media that the device does not reach</source>
        <translation>INVITE 中的媒体地址是设备到不了的</translation>
    </message>
    <message>
        <source>Compare c= of the INVITE with an address that the device can ping.</source>
        <translation>把 INVITE 的 c= 与设备能 ping 通的地址对照。</translation>
    </message>
    <message>
        <source>A firewall stops the media</source>
        <translation>防火墙拦截了媒体</translation>
    </message>
    <message>
        <source>Capture at the device: the packets leave it, or they do not.</source>
        <translation>在设备侧抓包：看媒体包有没有发出。</translation>
    </message>
    <message>
        <source>The device sends no media</source>
        <translation>设备没有发送媒体</translation>
    </message>
    <message>
        <source>Something on the way ends its connections: a firewall, a NAT</source>
        <translation>途中的防火墙或 NAT 断开了它的连接</translation>
    </message>
    <message>
        <source>Set a shorter heartbeat interval: a NAT that ends idle connections then keeps them.</source>
        <translation>把心跳周期设短：会断开空闲连接的 NAT 就会保留连接。</translation>
    </message>
    <message>
        <source>It restarts</source>
        <translation>设备在重启</translation>
    </message>
    <message>
        <source>Look in its web page how long it has been running.</source>
        <translation>在设备网页中查看它已运行多长时间。</translation>
    </message>
    <message>
        <source>others that went silent with it at %2: %1</source>
        <translation>在 %2 与它同时没有消息的其他设备：%1 台</translation>
    </message>
    <message>
        <source>others that were heard on at %2: %1</source>
        <translation>在 %2 仍有消息的其他设备：%1 台</translation>
    </message>
    <message>
        <source>its own host says that nothing listens there (ICMP port unreachable, from %1)</source>
        <translation>设备主机自己报告该端口无人监听（ICMP 端口不可达，来自 %1）</translation>
    </message>
    <message>
        <source>%1 says that it is not reached (ICMP)</source>
        <translation>%1 报告到不了它（ICMP）</translation>
    </message>
    <message>
        <source>it came back with the same Call-ID, and CSeq went on from %1 to %2</source>
        <translation>回来时 Call-ID 不变，CSeq 从 %1 接着到 %2</translation>
    </message>
    <message>
        <source>it came back with another Call-ID</source>
        <translation>回来时换了 Call-ID</translation>
    </message>
    <message>
        <source>SN began at its start: %1 before, %2 behind</source>
        <translation>SN 从头开始：之前 %1，之后 %2</translation>
    </message>
    <message>
        <source>SN went from %1 to %2, as if it had sent heartbeats meanwhile</source>
        <translation>SN 从 %1 到 %2，如同其间一直在发心跳</translation>
    </message>
    <message>
        <source>SN went from %1 to %2: by its count it sent none meanwhile</source>
        <translation>SN 从 %1 到 %2：按其计数，其间没有发过心跳</translation>
    </message>
    <message>
        <source>its registration ended at %1</source>
        <translation>其注册在 %1 到期</translation>
    </message>
    <message>
        <source>its registration was in force until %1</source>
        <translation>其注册有效到 %1</translation>
    </message>
    <message>
        <source>its last heartbeats were refused (%1)</source>
        <translation>最后几次心跳被拒绝（%1）</translation>
    </message>
    <message>
        <source>its last heartbeats were not answered (%1)</source>
        <translation>最后几次心跳没有应答（%1）</translation>
    </message>
    <message>
        <source>its last heartbeat was answered 200</source>
        <translation>最后一次心跳得到 200 应答</translation>
    </message>
    <message>
        <source>its address or port had changed in this record before</source>
        <translation>此前它的地址或端口在本记录中变过</translation>
    </message>
    <message>
        <source>somebody speaks as this device from %1</source>
        <translation>有人从 %1 以该设备的身份发送报文</translation>
    </message>
    <message>
        <source>another device has its address now: %1</source>
        <translation>它的地址现在由另一台设备使用：%1</translation>
    </message>
    <message>
        <source>it came back from %2; before it was %1</source>
        <translation>它从 %2 回来，之前是 %1</translation>
    </message>
    <message>
        <source>it came back from the same address, %1</source>
        <translation>它从同一地址 %1 回来</translation>
    </message>
    <message>
        <source>it answered a request when its heartbeats had stopped</source>
        <translation>心跳停止后它仍应答过请求</translation>
    </message>
    <message>
        <source>requests to it were not answered either (%1)</source>
        <translation>发给它的请求也没有应答（%1）</translation>
    </message>
    <message>
        <source>it had restarted in this record before (times: %1)</source>
        <translation>此前在本记录中重启过（%1 次）</translation>
    </message>
    <message>
        <source>%1 answered others meanwhile</source>
        <translation>其间 %1 应答了其他设备</translation>
    </message>
    <message>
        <source>%1 answered nobody (devices: %2)</source>
        <translation>%1 没有应答任何设备（%2 台）</translation>
    </message>
    <message>
        <source>the server sent requests meanwhile (%1)</source>
        <translation>其间平台发来过请求（%1）</translation>
    </message>
    <message>
        <source>it sent the same heartbeat %1 times, so it had no answer</source>
        <translation>同一心跳它发了 %1 次，说明没有收到应答</translation>
    </message>
    <message>
        <source>what it sent later was answered</source>
        <translation>它后来发的得到了应答</translation>
    </message>
    <message>
        <source>other messages are missing from this record, too</source>
        <translation>本记录还缺少其他报文</translation>
    </message>
    <message>
        <source>its credentials were accepted at %1</source>
        <translation>其凭据在 %1 被接受过</translation>
    </message>
    <message>
        <source>no known password fits, with the names, realms and formulas that were tried</source>
        <translation>已知密码都不符，用户名、realm 和公式也都试过</translation>
    </message>
    <message>
        <source>its realm is %1, that of the challenge %2</source>
        <translation>其 realm 是 %1，质询中是 %2</translation>
    </message>
    <message>
        <source>its user name is %1, and not its device ID</source>
        <translation>其用户名是 %1，不是设备编码</translation>
    </message>
    <message>
        <source>the challenge has the usual form (MD5, no qop)</source>
        <translation>质询是常见形式（MD5，无 qop）</translation>
    </message>
    <message>
        <source>the challenge has a form that some devices do not know (%1)</source>
        <translation>质询形式有些设备不认识（%1）</translation>
    </message>
    <message>
        <source>another device with this User-Agent was accepted: %1</source>
        <translation>同一 User-Agent 的另一台设备被接受过：%1</translation>
    </message>
    <message>
        <source>it did not send its REGISTER again, so it had an answer</source>
        <translation>它没有重发 REGISTER，说明收到了应答</translation>
    </message>
    <message>
        <source>it is behind NAT, and had been heard %1 s before</source>
        <translation>它在 NAT 后面，上次有消息在 %1 秒前</translation>
    </message>
    <message>
        <source>it had been heard only %1 s before</source>
        <translation>%1 秒前刚有它的消息</translation>
    </message>
    <message>
        <source>there is no NAT: Contact and source are %1</source>
        <translation>没有 NAT：Contact 与来源都是 %1</translation>
    </message>
    <message>
        <source>the request has %1 bytes and goes in fragments</source>
        <translation>请求有 %1 字节，要分片传送</translation>
    </message>
    <message>
        <source>it answered another request (%1)</source>
        <translation>它应答了另一个请求（%1）</translation>
    </message>
    <message>
        <source>the media are wanted at %1, and the device registered at %2</source>
        <translation>媒体要发到 %1，而设备注册到 %2</translation>
    </message>
    <message>
        <source>the media are wanted where the device registered, at %1</source>
        <translation>媒体要发到设备注册的地址 %1</translation>
    </message>
    <message>
        <source>the call was confirmed with ACK</source>
        <translation>呼叫已用 ACK 确认</translation>
    </message>
    <message>
        <source>no ACK went to the device</source>
        <translation>没有 ACK 发给设备</translation>
    </message>
    <message>
        <source>speaks for it: %1</source>
        <translation>支持：%1</translation>
    </message>
    <message>
        <source>speaks against it: %1</source>
        <translation>不支持：%1</translation>
    </message>
    <message>
        <source>this record has nothing for it or against it</source>
        <translation>本记录中没有支持或不支持它的依据</translation>
    </message>
    <message>
        <source>to find out: %1</source>
        <translation>判别方法：%1</translation>
    </message>
    <message>
        <source>its credentials are in the form of the challenge (%1)</source>
        <translation>其认证信息符合质询要求的形式（%1）</translation>
    </message>
    <message>
        <source>its header names the realm of the challenge: %1</source>
        <translation>其头域中的 realm 与质询一致：%1</translation>
    </message>
    <message>
        <source>its header names its device ID as user name: %1</source>
        <translation>其头域中的用户名就是设备编码：%1</translation>
    </message>
</context>
<context>
    <name>digest</name>
    <message>
        <source>the user name &quot;%1&quot;</source>
        <translation>用户名“%1”</translation>
    </message>
    <message>
        <source>the realm &quot;%1&quot;</source>
        <translation>realm“%1”</translation>
    </message>
    <message>
        <source>the uri &quot;%1&quot;</source>
        <translation>uri“%1”</translation>
    </message>
    <message>
        <source>the method &quot;%1&quot;</source>
        <translation>方法“%1”</translation>
    </message>
    <message>
        <source>the other formula (qop)</source>
        <translation>另一种公式（qop）</translation>
    </message>
    <message>
        <source>the formula of MD5-sess</source>
        <translation>MD5-sess 的公式</translation>
    </message>
    <message>
        <source>hashes in capital letters</source>
        <translation>大写字母的哈希值</translation>
    </message>
    <message>
        <source>only the first %1 characters of the password</source>
        <translation>仅密码的前 %1 个字符</translation>
    </message>
    <message>
        <source>a response that is cut to %1 digits</source>
        <translation>截短为 %1 位的 response</translation>
    </message>
    <message>
        <source>another hash (MD5, SHA-256) than its header says</source>
        <translation>与头域所写不同的哈希算法（MD5、SHA-256）</translation>
    </message>
    <message>
        <source>the password in another spelling</source>
        <translation>另一种写法的密码</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>between two things that went into a digest by mistake</extracomment>
        <translation>和</translation>
    </message>
    <message>
        <source>passwords: %1, spellings: %2, user names: %3, realms: %4, forms of the uri: %5, methods: %6, formulas with and without qop: %7; up to two at a time other than in the header, %8 digests</source>
        <translation>密码 %1 个，写法 %2 种，用户名 %3 个，realm %4 个，uri 形式 %5 种，方法 %6 种，含或不含 qop 的公式 %7 种；每次最多两项与头域不同，共 %8 个摘要</translation>
    </message>
    <message>
        <source> of %1; the rest was not tried</source>
        <translation>（共 %1 个，其余未试）</translation>
    </message>
</context>
<context>
    <name>elements</name>
    <message>
        <source>where it is installed</source>
        <translation>安装地址</translation>
    </message>
    <message>
        <source>reset the alarm</source>
        <translation>报警复位</translation>
    </message>
    <message>
        <source>what it says of it</source>
        <translation>报警描述</translation>
    </message>
    <message>
        <source>1 phone, 2 device, 3 SMS, 4 GPS, 5 video, 6 fault, 7 other</source>
        <translation>报警方式：1 电话，2 设备，3 短信，4 GPS，5 视频，6 故障，7 其他</translation>
    </message>
    <message>
        <source>1 highest to 4 lowest</source>
        <translation>报警级别：1 最高，4 最低</translation>
    </message>
    <message>
        <source>when it was raised</source>
        <translation>报警时间</translation>
    </message>
    <message>
        <source>what happened; its meaning depends on the method</source>
        <translation>报警类型，含义随报警方式而定</translation>
    </message>
    <message>
        <source>state of its alarm inputs</source>
        <translation>报警设备状态</translation>
    </message>
    <message>
        <source>altitude, metres</source>
        <translation>海拔高度，米</translation>
    </message>
    <message>
        <source>basic settings</source>
        <translation>基本参数配置</translation>
    </message>
    <message>
        <source>police district</source>
        <translation>警区</translation>
    </message>
    <message>
        <source>business group that it belongs to</source>
        <translation>所属业务分组编码</translation>
    </message>
    <message>
        <source>certificate number (2016)</source>
        <translation>证书序列号（2016）</translation>
    </message>
    <message>
        <source>1: the certificate is valid (2016)</source>
        <translation>1：证书有效（2016）</translation>
    </message>
    <message>
        <source>number of channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>administrative area, GB/T 2260</source>
        <translation>行政区划代码（GB/T 2260）</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>命令类型</translation>
    </message>
    <message>
        <source>which settings are asked for</source>
        <translation>配置类型</translation>
    </message>
    <message>
        <source>an order</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>priority of the order</source>
        <translation>控制优先级</translation>
    </message>
    <message>
        <source>name of the cruise</source>
        <translation>巡航轨迹名称</translation>
    </message>
    <message>
        <source>ID of the device or channel</source>
        <translation>设备或通道编码</translation>
    </message>
    <message>
        <source>the devices and channels</source>
        <translation>设备目录</translation>
    </message>
    <message>
        <source>clock of the device</source>
        <translation>设备时间</translation>
    </message>
    <message>
        <source>kind of device</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>order to upgrade the firmware</source>
        <translation>设备软件升级</translation>
    </message>
    <message>
        <source>direction, degrees from north</source>
        <translation>方向，自正北的角度</translation>
    </message>
    <message>
        <source>SIP domain</source>
        <translation>SIP 域</translation>
    </message>
    <message>
        <source>download speeds that it can do</source>
        <translation>支持的下载倍速</translation>
    </message>
    <message>
        <source>zoom into the rectangle</source>
        <translation>拉框放大</translation>
    </message>
    <message>
        <source>zoom out of the rectangle</source>
        <translation>拉框缩小</translation>
    </message>
    <message>
        <source>ONDUTY armed, OFFDUTY disarmed, ALARM</source>
        <translation>布防状态：ONDUTY 布防，OFFDUTY 撤防，ALARM 报警</translation>
    </message>
    <message>
        <source>1: it is on</source>
        <translation>1：开启</translation>
    </message>
    <message>
        <source>whether it encodes</source>
        <translation>是否编码</translation>
    </message>
    <message>
        <source>to this priority</source>
        <translation>终止报警级别</translation>
    </message>
    <message>
        <source>alarms until when</source>
        <translation>报警结束时间</translation>
    </message>
    <message>
        <source>until when</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>why the certificate is not valid (2016)</source>
        <translation>证书无效原因码（2016）</translation>
    </message>
    <message>
        <source>what became of it: ON, OFF, ADD, DEL, UPDATE, VLOST, DEFECT</source>
        <translation>状态变化：ON、OFF、ADD、DEL、UPDATE、VLOST、DEFECT</translation>
    </message>
    <message>
        <source>kind of alarm event</source>
        <translation>报警事件类型</translation>
    </message>
    <message>
        <source>lifetime of the registration, seconds</source>
        <translation>注册有效期，秒</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件路径</translation>
    </message>
    <message>
        <source>size in bytes</source>
        <translation>文件大小，字节</translation>
    </message>
    <message>
        <source>where the firmware is</source>
        <translation>升级文件地址</translation>
    </message>
    <message>
        <source>firmware version</source>
        <translation>固件版本</translation>
    </message>
    <message>
        <source>arm or disarm</source>
        <translation>布防/撤防</translation>
    </message>
    <message>
        <source>timeout count: heartbeats without an answer until the server is given up</source>
        <translation>心跳超时次数</translation>
    </message>
    <message>
        <source>heartbeat interval, seconds</source>
        <translation>心跳间隔，秒</translation>
    </message>
    <message>
        <source>where it returns to when left alone</source>
        <translation>看守位</translation>
    </message>
    <message>
        <source>send a key frame (2014 and 2016 spell it so)</source>
        <translation>强制关键帧（2014、2016 版的拼法）</translation>
    </message>
    <message>
        <source>send a key frame</source>
        <translation>强制关键帧</translation>
    </message>
    <message>
        <source>its IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>1: also what others have recorded</source>
        <translation>模糊查询：1 包括其他存储</translation>
    </message>
    <message>
        <source>more about it; in a heartbeat: channels that are out of order</source>
        <translation>扩展信息；心跳中为故障通道</translation>
    </message>
    <message>
        <source>every so many seconds</source>
        <translation>间隔，秒</translation>
    </message>
    <message>
        <source>one of the list</source>
        <translation>列表中的一项</translation>
    </message>
    <message>
        <source>latitude, degrees</source>
        <translation>纬度，度</translation>
    </message>
    <message>
        <source>width of the picture that it refers to, pixels</source>
        <translation>播放窗口长度，像素</translation>
    </message>
    <message>
        <source>longitude, degrees</source>
        <translation>经度，度</translation>
    </message>
    <message>
        <source>manufacturer</source>
        <translation>生产厂商</translation>
    </message>
    <message>
        <source>model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>something told without being asked</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>what is told: 121 end of the recording</source>
        <translation>通知类型：121 历史媒体发送结束</translation>
    </message>
    <message>
        <source>how many are in this message</source>
        <translation>本条消息中的数量</translation>
    </message>
    <message>
        <source>text in the picture</source>
        <translation>前端 OSD 设置</translation>
    </message>
    <message>
        <source>ONLINE or OFFLINE</source>
        <translation>是否在线</translation>
    </message>
    <message>
        <source>owner (2016)</source>
        <translation>归属（2016）</translation>
    </message>
    <message>
        <source>PTZ order, 8 bytes in hex (A.3)</source>
        <translation>云台控制指令，8 字节十六进制（A.3）</translation>
    </message>
    <message>
        <source>kind: 1 dome, 2 half dome, 3 fixed, 4 bullet with PTZ</source>
        <translation>摄像机类型：1 球机，2 半球，3 固定枪机，4 遥控枪机</translation>
    </message>
    <message>
        <source>what it belongs to</source>
        <translation>父节点编码</translation>
    </message>
    <message>
        <source>1: it has devices below it</source>
        <translation>1：有子设备</translation>
    </message>
    <message>
        <source>its password</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>its port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>0: no position, 1: GPS, 2: BeiDou</source>
        <translation>定位功能：0 不支持，1 GPS，2 北斗</translation>
    </message>
    <message>
        <source>number of the preset</source>
        <translation>预置位编号</translation>
    </message>
    <message>
        <source>the presets</source>
        <translation>预置位列表</translation>
    </message>
    <message>
        <source>name of the preset</source>
        <translation>预置位名称</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>why not</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>whether it records</source>
        <translation>是否录像</translation>
    </message>
    <message>
        <source>start or stop recording</source>
        <translation>录像控制</translation>
    </message>
    <message>
        <source>the recordings</source>
        <translation>录像列表</translation>
    </message>
    <message>
        <source>who started the recording</source>
        <translation>录像触发者编码</translation>
    </message>
    <message>
        <source>how it registers: 1 as RFC 3261 has it</source>
        <translation>注册方式：1 符合 RFC 3261</translation>
    </message>
    <message>
        <source>returns after so many seconds</source>
        <translation>自动归位时间，秒</translation>
    </message>
    <message>
        <source>resolutions that it can do</source>
        <translation>支持的分辨率</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>outcome of what was asked</source>
        <translation>执行结果</translation>
    </message>
    <message>
        <source>SIP server ID</source>
        <translation>SIP 服务器编码</translation>
    </message>
    <message>
        <source>SIP server address</source>
        <translation>SIP 服务器地址</translation>
    </message>
    <message>
        <source>SIP server port</source>
        <translation>SIP 服务器端口</translation>
    </message>
    <message>
        <source>serial number: an answer has that of its query</source>
        <translation>命令序列号：应答与请求相同</translation>
    </message>
    <message>
        <source>how signalling is secured (2016): 0 not</source>
        <translation>信令安全模式（2016）：0 不采用</translation>
    </message>
    <message>
        <source>0: not secret, 1: secret</source>
        <translation>保密属性：0 不涉密，1 涉密</translation>
    </message>
    <message>
        <source>ties the pictures to the order</source>
        <translation>会话标识</translation>
    </message>
    <message>
        <source>how many pictures</source>
        <translation>抓拍张数</translation>
    </message>
    <message>
        <source>order to take pictures</source>
        <translation>图像抓拍配置</translation>
    </message>
    <message>
        <source>name of a picture, 41 digits</source>
        <translation>抓拍图像文件标识，41 位</translation>
    </message>
    <message>
        <source>the pictures</source>
        <translation>抓拍图像列表</translation>
    </message>
    <message>
        <source>speed, km/h</source>
        <translation>速度，km/h</translation>
    </message>
    <message>
        <source>from this priority</source>
        <translation>起始报警级别</translation>
    </message>
    <message>
        <source>alarms from when</source>
        <translation>报警起始时间</translation>
    </message>
    <message>
        <source>from when</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>whether it is in order</source>
        <translation>是否正常</translation>
    </message>
    <message>
        <source>0 main stream, 1 sub-stream</source>
        <translation>码流编号：0 主码流，1 子码流</translation>
    </message>
    <message>
        <source>how many there are in all, over all messages</source>
        <translation>总数（所有消息合计）</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>远程启动</translation>
    </message>
    <message>
        <source>when</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>which recordings: time, alarm, manual, all</source>
        <translation>录像类型：time、alarm、manual、all</translation>
    </message>
    <message>
        <source>outcome of the upgrade</source>
        <translation>升级结果</translation>
    </message>
    <message>
        <source>where to upload them</source>
        <translation>上传地址</translation>
    </message>
    <message>
        <source>range of the video settings</source>
        <translation>视频参数范围</translation>
    </message>
    <message>
        <source>height of the picture that it refers to, pixels</source>
        <translation>播放窗口宽度，像素</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>address for the media</source>
        <translation>媒体地址</translation>
    </message>
    <message>
        <source>coding of video and audio (GB/T 28181 annex G)</source>
        <translation>音视频编码参数（GB/T 28181 附录 G）</translation>
    </message>
    <message>
        <source>description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>medium: kind, port, transport, formats</source>
        <translation>媒体：类型、端口、传输方式、格式</translation>
    </message>
    <message>
        <source>who made the session</source>
        <translation>会话发起者</translation>
    </message>
    <message>
        <source>purpose: Play, Playback, Download, Talk</source>
        <translation>用途：Play、Playback、Download、Talk</translation>
    </message>
    <message>
        <source>from when to when, in seconds; 0 0: live</source>
        <translation>起止时间，秒；0 0 为实时</translation>
    </message>
    <message>
        <source>source of the recording: ID:type</source>
        <translation>录像来源：编码:类型</translation>
    </message>
    <message>
        <source>version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>SSRC: 0 live or 1 recorded, then 5 digits of the domain, then 4 of its own</source>
        <translation>SSRC：首位 0 实时、1 历史，接着 5 位域编码，再 4 位自编号</translation>
    </message>
    <message>
        <source>intelligent analysis goes into the stream</source>
        <translation>智能分析信息写入码流</translation>
    </message>
    <message>
        <source>intelligent analysis is shown</source>
        <translation>显示智能分析信息</translation>
    </message>
    <message>
        <source>audio recognition goes into the stream</source>
        <translation>音频识别信息写入码流</translation>
    </message>
    <message>
        <source>1 constant, 2 variable bit rate</source>
        <translation>1 固定码率，2 可变码率</translation>
    </message>
    <message>
        <source>Monday: spans of the day</source>
        <translation>周一：录像时段</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>frames per second</source>
        <translation>帧率（帧/秒）</translation>
    </message>
    <message>
        <source>position goes into the stream</source>
        <translation>位置信息写入码流</translation>
    </message>
    <message>
        <source>position is shown</source>
        <translation>显示位置信息</translation>
    </message>
    <message>
        <source>text goes into the stream</source>
        <translation>文字信息写入码流</translation>
    </message>
    <message>
        <source>text is shown</source>
        <translation>显示文字信息</translation>
    </message>
    <message>
        <source>left, top, right, bottom</source>
        <translation>左、上、右、下坐标</translation>
    </message>
    <message>
        <source>1: it records</source>
        <translation>1：录像</translation>
    </message>
    <message>
        <source>days that follow</source>
        <translation>其后的天数</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>layers that are decoded: 0 base, 1 to 3 more</source>
        <translation>解码的层：0 基本层，1 至 3 增强层</translation>
    </message>
    <message>
        <source>spatial layers: 0 base, 1 to 3 more</source>
        <translation>空域分层：0 基本层，1 至 3 增强层</translation>
    </message>
    <message>
        <source>temporal layers: 0 base, 1 to 3 more</source>
        <translation>时域分层：0 基本层，1 至 3 增强层</translation>
    </message>
    <message>
        <source>number of the region</source>
        <translation>区域序号</translation>
    </message>
    <message>
        <source>first line of text</source>
        <translation>第一行文字</translation>
    </message>
    <message>
        <source>second line of text</source>
        <translation>第二行文字</translation>
    </message>
    <message>
        <source>third line of text</source>
        <translation>第三行文字</translation>
    </message>
    <message>
        <source>fourth line of text</source>
        <translation>第四行文字</translation>
    </message>
    <message>
        <source>1: text is shown</source>
        <translation>1：显示文字</translation>
    </message>
    <message>
        <source>1: time is shown</source>
        <translation>1：显示时间</translation>
    </message>
    <message>
        <source>time goes into the stream</source>
        <translation>时间信息写入码流</translation>
    </message>
    <message>
        <source>spans of the day that follow</source>
        <translation>其后的时段数</translation>
    </message>
    <message>
        <source>time is shown</source>
        <translation>显示时间信息</translation>
    </message>
    <message>
        <source>0: 2026-03-02 08:00:00, 1: in Chinese</source>
        <translation>0：2026-03-02 08:00:00，1：中文格式</translation>
    </message>
    <message>
        <source>place of the time, pixels from the left</source>
        <translation>时间的位置：距左边的像素</translation>
    </message>
    <message>
        <source>place of the time, pixels from the top</source>
        <translation>时间的位置：距上边的像素</translation>
    </message>
    <message>
        <source>bit rate, kbit/s</source>
        <translation>码率，kbit/s</translation>
    </message>
    <message>
        <source>1 MPEG-4, 2 H.264, 3 SVAC, 4 3GP, 5 H.265</source>
        <translation>1 MPEG-4，2 H.264，3 SVAC，4 3GP，5 H.265</translation>
    </message>
    <message>
        <source>1 Monday to 7 Sunday</source>
        <translation>1 周一至 7 周日</translation>
    </message>
    <message>
        <source>pixels from the left</source>
        <translation>距左边的像素</translation>
    </message>
    <message>
        <source>pixels from the top</source>
        <translation>距上边的像素</translation>
    </message>
    <message>
        <source>fifth line of text</source>
        <translation>第五行文字</translation>
    </message>
    <message>
        <source>sixth line of text</source>
        <translation>第六行文字</translation>
    </message>
    <message>
        <source>seventh line of text</source>
        <translation>第七行文字</translation>
    </message>
    <message>
        <source>eighth line of text</source>
        <translation>第八行文字</translation>
    </message>
    <message>
        <source>settings of the audio</source>
        <translation>音频设置</translation>
    </message>
    <message>
        <source>number of its block at the bottom right</source>
        <translation>右下角块的序号</translation>
    </message>
    <message>
        <source>1: regions of interest are encoded better</source>
        <translation>1：感兴趣区域提高编码质量</translation>
    </message>
    <message>
        <source>how many regions of interest</source>
        <translation>感兴趣区域的个数</translation>
    </message>
    <message>
        <source>regions of interest</source>
        <translation>感兴趣区域</translation>
    </message>
    <message>
        <source>quality of the region, 0 to 3</source>
        <translation>区域编码质量，0 至 3</translation>
    </message>
    <message>
        <source>size of the enhanced layer to the base one, such as 2:1</source>
        <translation>增强层与基本层的比例，如 2:1</translation>
    </message>
    <message>
        <source>number of its block at the top left</source>
        <translation>左上角块的序号</translation>
    </message>
    <message>
        <source>where the camera turns to; stop ends the movement</source>
        <translation>摄像机转动的方向；stop 表示停止</translation>
    </message>
    <message>
        <source>header Event: what is subscribed to</source>
        <translation>Event 头字段：订阅的内容</translation>
    </message>
    <message>
        <source>resolution of the picture, as in the f line of SDP</source>
        <translation>图像分辨率，取值同 SDP 的 f 行</translation>
    </message>
    <message>
        <source>password of the registration</source>
        <translation>注册密码</translation>
    </message>
    <message>
        <source>only what was added since then</source>
        <translation>仅此时间之后添加的</translation>
    </message>
    <message>
        <source>only what was added until then</source>
        <translation>仅此时间之前添加的</translation>
    </message>
    <message>
        <source>until when the certificate is valid (2016)</source>
        <translation>证书有效期至（2016）</translation>
    </message>
    <message>
        <source>ON or OFF</source>
        <translation>ON 或 OFF</translation>
    </message>
    <message>
        <source>0 all, 1 phone, 2 device, 3 SMS, 4 GPS, 5 video, 6 fault, 7 other</source>
        <translation>0 全部，1 电话，2 设备，3 短信，4 GPS，5 视频，6 设备故障，7 其他</translation>
    </message>
    <message>
        <source>speed of the movement, 1 to 15</source>
        <translation>移动速度，1 至 15</translation>
    </message>
    <message>
        <source>ok, formatting, unformatted, idle, error</source>
        <translation>ok 正常，formatting 格式化中，unformatted 未格式化，idle 空闲，error 异常</translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message>
        <source>note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>setting in the camera</source>
        <translation>摄像机设置</translation>
    </message>
    <message>
        <source>the device&apos;s firmware</source>
        <translation>设备固件</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>server</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>nobody&apos;s fault</source>
        <translation>非设备故障</translation>
    </message>
    <message>
        <source>Set the transport protocol in the camera to UDP until the firmware is mended; send the exported session to the vendor.</source>
        <translation>固件修好之前，先把摄像机的“传输协议”改为 UDP；将导出的会话记录发给厂家。</translation>
    </message>
    <message>
        <source>%1 sends what is no SIP (%2)</source>
        <translation>%1 发来的不是 SIP（%2）</translation>
    </message>
    <message>
        <source>Another program or a scanner sends to this port. GB/T 28181-2022 allows nothing but SIP there.</source>
        <translation>有别的程序或扫描器在往此端口发数据。GB/T 28181-2022 规定此端口只能传 SIP。</translation>
    </message>
    <message>
        <source>Set the other program to another port. A camera that sends media here has the SIP port as its media port.</source>
        <translation>把那个程序改到其他端口。如果是摄像机把媒体流发到了这里，说明其媒体端口错设成了 SIP 端口。</translation>
    </message>
    <message>
        <source>%1 keeps its NAT mapping open with empty lines</source>
        <translation>%1 用空行保持 NAT 映射</translation>
    </message>
    <message>
        <source>Usual and harmless; GB/T 28181-2022 forbids it.</source>
        <translation>很常见，无害；但 GB/T 28181-2022 不允许。</translation>
    </message>
    <message>
        <source>Nothing to do. An acceptance test by the standard would object.</source>
        <translation>无需处理。按标准验收时会被指出。</translation>
    </message>
    <message>
        <source>Registered, but no heartbeat within %1 s</source>
        <translation>已注册，但 %1 秒内无心跳</translation>
    </message>
    <message>
        <source>Set heartbeat interval and timeout count on the camera&apos;s platform access page, and look at device ID and channel ID there.</source>
        <translation>在摄像机“平台接入”页面设置“心跳周期”和“最大心跳超时次数”，并核对设备编码和通道编码。</translation>
    </message>
    <message>
        <source>Beats every %1 s, expected every %2 s</source>
        <translation>实际每 %1 秒一次心跳，应每 %2 秒一次</translation>
    </message>
    <message>
        <source>The heartbeat interval in the camera is longer than here: with a few lost ones it is called offline after %3 s though it is well.</source>
        <translation>摄像机的“心跳周期”比这里的心跳间隔长：丢几个心跳，满 %3 秒就会被判离线，其实设备正常。</translation>
    </message>
    <message>
        <source>Set the heartbeat interval in the camera to %2 s, or set it here to what was measured.</source>
        <translation>把摄像机的“心跳周期”改为 %2 秒，或把这里的心跳间隔改为实测值。</translation>
    </message>
    <message>
        <source>The heartbeat interval in the camera is shorter than here: a lost device is noticed later than it could be.</source>
        <translation>摄像机的“心跳周期”比这里的心跳间隔短：设备掉线会发现得偏晚。</translation>
    </message>
    <message>
        <source>Once in a while is nothing. Often: look at cable, switch port and wireless link, and whether the server is overloaded.</source>
        <translation>偶尔一次不要紧。若经常出现：检查网线、交换机端口和无线链路，并看平台是否过载。</translation>
    </message>
    <message>
        <source>A heartbeat was never answered</source>
        <translation>有心跳始终未得到应答</translation>
    </message>
    <message>
        <source>The server was busy or gone, or no answer gets back. After some of them the device thinks that it lost the server.</source>
        <translation>平台繁忙或已停止，或应答回不来。连续几次后，设备会认为与平台失联。</translation>
    </message>
    <message>
        <source>Look whether the server runs, and at the way back: NAT, firewall.</source>
        <translation>检查平台是否在运行，以及返回路径：NAT、防火墙。</translation>
    </message>
    <message>
        <source>Its heartbeats are refused: %1</source>
        <translation>心跳被拒绝：%1</translation>
    </message>
    <message>
        <source>Restart the camera, so that it registers. If it is not in the server&apos;s list, add it there.</source>
        <translation>重启摄像机，让它重新注册。如果平台的设备列表里没有它，先在平台上添加。</translation>
    </message>
    <message>
        <source>Called offline although it beats: %1 only %2 s after an accepted heartbeat</source>
        <translation>有心跳却被判离线：心跳刚被接受 %2 秒，又被拒绝（%1）</translation>
    </message>
    <message>
        <source>On and off %1 times in ten minutes: heartbeats just too late (%2 s, allowed %3 s)</source>
        <translation>十分钟内上下线 %1 次：心跳总是刚好超时（最长 %2 秒，允许 %3 秒）</translation>
    </message>
    <message>
        <source>The heartbeat interval in the camera times the count is about what is allowed here.</source>
        <translation>摄像机的“心跳周期”乘以次数，与这里允许的时长差不多。</translation>
    </message>
    <message>
        <source>Set interval and count alike on both sides.</source>
        <translation>把两边的心跳间隔和超时次数设成一致。</translation>
    </message>
    <message>
        <source>On and off %1 times in ten minutes: two devices under one ID</source>
        <translation>十分钟内上下线 %1 次：两台设备共用一个编码</translation>
    </message>
    <message>
        <source>Each takes the registration from the other.</source>
        <translation>两台设备互相抢占注册。</translation>
    </message>
    <message>
        <source>Give one of the two another device ID.</source>
        <translation>给其中一台换一个设备编码。</translation>
    </message>
    <message>
        <source>On and off %1 times in ten minutes: its address or port changes</source>
        <translation>十分钟内上下线 %1 次：地址或端口在变</translation>
    </message>
    <message>
        <source>NAT forgets the mapping, or the connection breaks off.</source>
        <translation>NAT 映射失效，或连接中断。</translation>
    </message>
    <message>
        <source>Shorten the heartbeat interval, or use TCP; look at the wireless or mobile link.</source>
        <translation>缩短心跳间隔，或改用 TCP；检查无线或移动网络链路。</translation>
    </message>
    <message>
        <source>On and off %1 times in ten minutes: it restarts</source>
        <translation>十分钟内上下线 %1 次：设备在重启</translation>
    </message>
    <message>
        <source>Its numbers restart with a new registration: the power supply is weak, or the firmware crashes.</source>
        <translation>重新注册时序号从头开始：供电不足，或固件崩溃。</translation>
    </message>
    <message>
        <source>Look at the power supply (PoE budget, cable length, adapter), then update the firmware.</source>
        <translation>先检查供电（PoE 功率、网线长度、电源适配器），再升级固件。</translation>
    </message>
    <message>
        <source>On and off %1 times in ten minutes</source>
        <translation>十分钟内上下线 %1 次</translation>
    </message>
    <message>
        <source>Heartbeats fail for longer stretches (longest %2 s): the link is gone at times.</source>
        <translation>心跳会中断较长时间（最长 %2 秒）：链路时断时续。</translation>
    </message>
    <message>
        <source>Look at cable, switch port, wireless link and power.</source>
        <translation>检查网线、交换机端口、无线链路和供电。</translation>
    </message>
    <message>
        <source>Something behind it does not work: a channel, a disk or an alarm box.</source>
        <translation>设备下面有部件不正常：通道、硬盘或报警设备。</translation>
    </message>
    <message>
        <source>Look at the state page of the device, and at the parts that it names.</source>
        <translation>查看设备的状态页面，以及它所列出的部件。</translation>
    </message>
    <message>
        <source>Its heartbeat names %1 as DeviceID</source>
        <translation>心跳中的 DeviceID 为 %1</translation>
    </message>
    <message>
        <source>Device ID and SIP user name differ in it.</source>
        <translation>设备里填的设备编码与“SIP用户名”不一致。</translation>
    </message>
    <message>
        <source>Set the SIP user name and the device ID in the camera to the same 20 digits.</source>
        <translation>把摄像机的“SIP用户名”和设备编码设为相同的 20 位数字。</translation>
    </message>
    <message>
        <source>It does not take the time from the platform (Date of the 200), or something else sets it.</source>
        <translation>设备没有按平台校时（200 中的 Date），或被别的校时源改了时间。</translation>
    </message>
    <message>
        <source>Set time synchronisation in the camera to the platform or an NTP server.</source>
        <translation>把摄像机的校时方式设为平台校时或 NTP。</translation>
    </message>
    <message>
        <source>Its clock is off by %1 h: a time zone</source>
        <translation>设备时钟偏差 %1 小时：时区问题</translation>
    </message>
    <message>
        <source>The time zone in the camera is not UTC+8, or a platform sends its Date in UTC where local time belongs.</source>
        <translation>摄像机时区不是 UTC+8，或平台的 Date 本应为北京时间却发了 UTC。</translation>
    </message>
    <message>
        <source>Set the time zone in the camera to UTC+8 (Beijing). If it comes back each hour, the platform&apos;s Date is UTC: switch its time synchronisation off.</source>
        <translation>把摄像机时区设为 UTC+8（北京）。如果每小时又变回去，说明平台的 Date 是 UTC：请关闭平台校时。</translation>
    </message>
    <message>
        <source>No answer to the query for its catalog</source>
        <translation>目录查询无应答</translation>
    </message>
    <message>
        <source>It took the query for its catalog, and sent nothing</source>
        <translation>设备接受了目录查询，却没有返回目录</translation>
    </message>
    <message>
        <source>It has no channels to tell, does not support the query, or is busy.</source>
        <translation>没有可上报的通道，不支持目录查询，或设备正忙。</translation>
    </message>
    <message>
        <source>Give its channels IDs (video channel ID on the platform access page), and ask again.</source>
        <translation>给各通道设置编码（“平台接入”页面的“视频通道编码ID”），再查询一次。</translation>
    </message>
    <message>
        <source>Its catalog is empty</source>
        <translation>目录为空</translation>
    </message>
    <message>
        <source>Its channels have no IDs.</source>
        <translation>各通道没有编码。</translation>
    </message>
    <message>
        <source>Set the video channel ID (20 digits, with 131 or 132 in digits 11 to 13) on the camera&apos;s platform access page.</source>
        <translation>在摄像机“平台接入”页面设置“视频通道编码ID”（20 位，第 11–13 位为 131 或 132）。</translation>
    </message>
    <message>
        <source>%1 channels came of %2 that it announced</source>
        <translation>目录应有 %2 个通道，只收到 %1 个</translation>
    </message>
    <message>
        <source>Parts of the answer were lost: large datagrams in fragments.</source>
        <translation>部分应答丢失：数据报太大，被分片。</translation>
    </message>
    <message>
        <source>Set the camera&apos;s transport protocol to TCP, and ask again.</source>
        <translation>把摄像机的“传输协议”改为 TCP，再查询一次。</translation>
    </message>
    <message>
        <source>The channel ID %1 is there %2 times</source>
        <translation>通道编码 %1 重复出现 %2 次</translation>
    </message>
    <message>
        <source>Channels were copied, or left as they came from the factory: platforms show one of them.</source>
        <translation>通道是复制出来的，或一直用着出厂编码：平台只显示其中一个。</translation>
    </message>
    <message>
        <source>Give each channel an ID of its own.</source>
        <translation>给每个通道设置不同的编码。</translation>
    </message>
    <message>
        <source>A body says it is %1 but is %2</source>
        <translation>消息体声明为 %1，实际是 %2</translation>
    </message>
    <message>
        <source>Names become garbled where the declaration is believed.</source>
        <translation>按声明解码的平台，名称会显示为乱码。</translation>
    </message>
    <message>
        <source>The XML of a message breaks at character %1</source>
        <translation>消息的 XML 在第 %1 个字符处出错</translation>
    </message>
    <message>
        <source>A bare &amp; in a name, control characters, or a body that was cut.</source>
        <translation>名称中有未转义的 &amp;，或有控制字符，或消息体被截断。</translation>
    </message>
    <message>
        <source>Take special characters out of channel names; else report it to the vendor.</source>
        <translation>去掉通道名称中的特殊字符；若仍出错，请反馈给厂家。</translation>
    </message>
    <message>
        <source>Sends datagrams of %1 bytes, in fragments</source>
        <translation>发送的数据报达 %1 字节，会被分片</translation>
    </message>
    <message>
        <source>Over 1472 bytes a datagram is fragmented on Ethernet; some firewalls drop the fragments.</source>
        <translation>数据报超过 1472 字节，在以太网上会被分片；有些防火墙会丢弃分片。</translation>
    </message>
    <message>
        <source>If parts are missing, set the transport protocol to TCP, or fewer channels a message.</source>
        <translation>如果内容有缺失，把“传输协议”改为 TCP，或减少每条消息的通道数。</translation>
    </message>
    <message>
        <source>A message is shorter than its Content-Length</source>
        <translation>消息比 Content-Length 短</translation>
    </message>
    <message>
        <source>It was cut on its way or by a buffer in the device (1500, 2048 or 4000 bytes), or line ends were counted wrong.</source>
        <translation>在途中被截断，或受设备缓冲区限制（1500、2048 或 4000 字节），或换行的字节数算错。</translation>
    </message>
    <message>
        <source>Set the transport protocol to TCP; if it stays so, send the exported session to the vendor.</source>
        <translation>把“传输协议”改为 TCP；若仍如此，将导出的会话记录发给厂家。</translation>
    </message>
    <message>
        <source>Its catalog took %1 s</source>
        <translation>目录用了 %1 秒才收完</translation>
    </message>
    <message>
        <source>Some platforms stop waiting before that (longest pause %2 s).</source>
        <translation>有些平台等不了这么久（最长停顿 %2 秒）。</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>这里无需处理。</translation>
    </message>
    <message>
        <source>Its answers name itself in To (%1)</source>
        <translation>设备的应答在 To 中填了自己（%1）</translation>
    </message>
    <message>
        <source>A habit of some firmwares; harmless, for answers are told apart by SN.</source>
        <translation>某些固件的习惯；无害，因为应答靠 SN 区分。</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>无需处理。</translation>
    </message>
    <message>
        <source>It does not answer an INVITE</source>
        <translation>设备不应答 INVITE</translation>
    </message>
    <message>
        <source>It refuses the INVITE: %1 %2</source>
        <translation>INVITE 被拒绝：%1 %2</translation>
    </message>
    <message>
        <source>Its answer names another SSRC: offered %1, answered %2</source>
        <translation>设备应答的 SSRC 不同：请求 %1，应答 %2</translation>
    </message>
    <message>
        <source>The firmware ignores y= of the offer.</source>
        <translation>固件没有采用请求 SDP 中的 y=。</translation>
    </message>
    <message>
        <source>Let the platform accept the device&apos;s SSRC, or switch off its check of SSRC.</source>
        <translation>让平台接受设备的 SSRC，或关闭平台的 SSRC 校验。</translation>
    </message>
    <message>
        <source>Media over TCP were offered, and its answer has no a=setup</source>
        <translation>请求用 TCP 传媒体流，应答中却没有 a=setup</translation>
    </message>
    <message>
        <source>It may not support media over TCP, whatever it answers.</source>
        <translation>设备虽然应答了，但可能不支持用 TCP 传媒体流。</translation>
    </message>
    <message>
        <source>Try media over UDP, or the other direction (active, passive).</source>
        <translation>媒体流改用 UDP，或换一种 TCP 模式（主动、被动）。</translation>
    </message>
    <message>
        <source>It sends its credentials in the session description (%1)</source>
        <translation>设备在 SDP 中发送了账号密码（%1）</translation>
    </message>
    <message>
        <source>A leak of some firmwares: whoever sees the messages sees them.</source>
        <translation>某些固件的泄密问题：能看到消息的人就能看到账号密码。</translation>
    </message>
    <message>
        <source>Update the firmware. Exports of gbscope leave them out.</source>
        <translation>升级固件。gbscope 导出时会去掉这些内容。</translation>
    </message>
    <message>
        <source>The times of its playback are off by %1 h</source>
        <translation>回放时间偏差 %1 小时</translation>
    </message>
    <message>
        <source>It takes local time for seconds since 1970.</source>
        <translation>设备把本地时间直接当成了 1970 年以来的秒数。</translation>
    </message>
    <message>
        <source>Set the time zone in the camera to UTC+8 (Beijing); else report it to the vendor.</source>
        <translation>把摄像机时区设为 UTC+8（北京）；若仍如此，请反馈给厂家。</translation>
    </message>
    <message>
        <source>Malformed message: %1</source>
        <translation>消息格式错误：%1</translation>
    </message>
    <message>
        <source>The firmware does not keep to the grammar: %2</source>
        <translation>固件没有遵守语法：%2</translation>
    </message>
    <message>
        <source>Mostly harmless here; a stricter platform refuses it. Send the exported session to the vendor.</source>
        <translation>在这里多半无害，但较严格的平台会拒绝。将导出的会话记录发给厂家。</translation>
    </message>
    <message>
        <source>A retransmission carries another body than the first copy</source>
        <translation>重传消息的消息体与首份不同</translation>
    </message>
    <message>
        <source>The firmware makes a new message and keeps the branch of the old one.</source>
        <translation>固件生成了新消息，却沿用旧消息的 branch。</translation>
    </message>
    <message>
        <source>Update the firmware; a platform may take the second one for a copy and drop it.</source>
        <translation>升级固件；平台可能把第二条当作重传而丢弃。</translation>
    </message>
    <message>
        <source>Repeats %1 over TCP</source>
        <translation>在 TCP 上重发 %1</translation>
    </message>
    <message>
        <source>TCP makes up for losses itself; SIP must not repeat there.</source>
        <translation>丢包由 TCP 自行补发，SIP 不得在 TCP 上重发。</translation>
    </message>
    <message>
        <source>A fault of the firmware; harmless, but it doubles the load.</source>
        <translation>固件缺陷；无害，但负载翻倍。</translation>
    </message>
    <message>
        <source>Filter the capture to what you want to see, or start a new session.</source>
        <translation>用过滤条件缩小抓包范围，或新建会话。</translation>
    </message>
    <message>
        <source>%1 registered names send their heartbeats under this ID</source>
        <translation>%1 个已注册用户都用此编码发送心跳</translation>
    </message>
    <message>
        <source>As load generators do; a gateway might, too.</source>
        <translation>压测工具会这样；网关也有可能。</translation>
    </message>
    <message>
        <source>Nothing to do in a load test. Else set the device ID in each device.</source>
        <translation>若是压测，无需处理；否则在每台设备上分别设置设备编码。</translation>
    </message>
    <message>
        <source>Expected, but nothing came from it for %1 s</source>
        <translation>待接入设备，已 %1 秒没有任何消息</translation>
    </message>
    <message>
        <source>The camera sends to another address or port, GB28181 is switched off in it, or a firewall or another VLAN is between.</source>
        <translation>摄像机发往了别的地址或端口，或没有启用 GB28181，或中间有防火墙、不在同一 VLAN。</translation>
    </message>
    <message>
        <source>Open the camera&apos;s platform access page and compare it with the camera card: SIP server address and port first. Then ping the camera from here, and let UDP and TCP of this port through this computer&apos;s firewall.</source>
        <translation>打开摄像机“平台接入”页面，与摄像机参数卡逐项核对，先看“SIP服务器地址”和“SIP服务器端口”。再从本机 ping 摄像机，并在本机防火墙上放行此端口的 UDP 和 TCP。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: the port is taken</source>
        <translation>无法在 %1 监听：端口已被占用</translation>
    </message>
    <message>
        <source>Stop that program, or listen on another port (5061, 15060) and set the same SIP server port in the cameras.</source>
        <translation>关闭那个程序；或换一个监听端口（5061、15060），并把各摄像机的“SIP服务器端口”改成相同的值。</translation>
    </message>
    <message>
        <source>Cannot listen on %1: not an address of this computer</source>
        <translation>无法在 %1 监听：不是本机地址</translation>
    </message>
    <message>
        <source>The network card is unplugged, or its address changed.</source>
        <translation>网卡没有插好网线，或地址已改变。</translation>
    </message>
    <message>
        <source>Choose one of the addresses in the list, and set that one as SIP server address in the cameras.</source>
        <translation>从列表中选一个地址，并把各摄像机的“SIP服务器地址”设为该地址。</translation>
    </message>
    <message>
        <source>Look whether the server listens on that address and port. Set the SIP domain in the camera to what the platform wants. Capture at the server, too.</source>
        <translation>检查平台是否在该地址和端口上监听。把摄像机的“SIP服务器域”设为平台要求的值。在平台侧也抓一次包。</translation>
    </message>
    <message>
        <source>The way back is broken: NAT or a firewall lets the camera&apos;s packets out and no answer in, or the camera&apos;s port changes with each packet.</source>
        <translation>返回路径不通：NAT 或防火墙只放行摄像机的上行，应答回不去；或摄像机每发一包就换一个端口。</translation>
    </message>
    <message>
        <source>Camera and server into one subnet for a test. Then: allow UDP both ways, look at the router&apos;s NAT and SIP ALG, or set the camera&apos;s transport protocol to TCP.</source>
        <translation>先把摄像机和平台放到同一网段试一次。然后：双向放行 UDP，检查路由器的 NAT 和 SIP ALG，或把摄像机的“传输协议”改为 TCP。</translation>
    </message>
    <message>
        <source>No password is set in the camera, or its firmware does not like the form of the challenge.</source>
        <translation>摄像机没有设置密码，或其固件不接受这种质询形式。</translation>
    </message>
    <message>
        <source>In the camera: type the password once more on the platform access page, and the SIP authentication ID (the device ID), then save. If that does not help, let gbscope try other forms of the challenge.</source>
        <translation>在摄像机“平台接入”页面重新输入“密码”和“SIP用户认证ID”（填设备编码），然后保存。如果无效，让 gbscope 尝试其他质询形式。</translation>
    </message>
    <message>
        <source>Let gbscope try the forms one after another (challenge variants); it says which one works.</source>
        <translation>让 gbscope 逐一尝试各种质询形式（质询变体），它会指出哪一种可用。</translation>
    </message>
    <message>
        <source>A router rewrites its messages: Via says %1, Contact says %2, it comes from %3</source>
        <translation>路由器改写了消息：Via 为 %1，Contact 为 %2，实际来自 %3</translation>
    </message>
    <message>
        <source>The SIP ALG of a router on the way changed the address in Via and not the one in Contact.</source>
        <translation>途中路由器的 SIP ALG 改了 Via 中的地址，没有改 Contact 中的地址。</translation>
    </message>
    <message>
        <source>Switch off SIP ALG in the router, or use another port than 5060 on the server and in the camera.</source>
        <translation>关闭路由器的 SIP ALG；或者平台和摄像机都不用 5060 端口。</translation>
    </message>
    <message>
        <source>It sends from port %1, whose answers a cloud network swallows</source>
        <translation>设备从端口 %1 发送，发往此端口的应答会被云网络吞掉</translation>
    </message>
    <message>
        <source>6081, 4789, 6784 and 8472 are tunnel ports (Geneve, VXLAN, Weave): what is sent to them is taken for a tunnel&apos;s.</source>
        <translation>6081、4789、6784 和 8472 是隧道端口（Geneve、VXLAN、Weave）：发往这些端口的包会被当作隧道流量。</translation>
    </message>
    <message>
        <source>Set another local SIP port in the camera (5060), or renew the router&apos;s NAT mapping by restarting it.</source>
        <translation>改摄像机的“本地SIP端口”（5060），或重启路由器以更新 NAT 映射。</translation>
    </message>
    <message>
        <source>Wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>Retype the password on the camera&apos;s platform access page: no trailing space, case-sensitive. Enter the passwords used on this site under Known passwords, and gbscope says which one the camera has.</source>
        <translation>在摄像机“平台接入”页面重新输入密码：末尾不要有空格，注意大小写。把本站点用过的密码告诉 gbscope（“已知密码”），它会指出摄像机用的是哪一个。</translation>
    </message>
    <message>
        <source>The digest fits that password exactly.</source>
        <translation>摘要与该密码完全吻合。</translation>
    </message>
    <message>
        <source>Type the server&apos;s password on the camera&apos;s platform access page, or set the server to the camera&apos;s.</source>
        <translation>在摄像机“平台接入”页面填写平台的密码，或把平台的密码改成摄像机所用的。</translation>
    </message>
    <message>
        <source>Retype the password on the camera&apos;s platform access page, and save it there.</source>
        <translation>在摄像机“平台接入”页面重新输入密码，并保存。</translation>
    </message>
    <message>
        <source>The user name &quot;%1&quot; is not the device ID %2</source>
        <translation>认证用户名“%1”与设备编码 %2 不一致</translation>
    </message>
    <message>
        <source>The SIP authentication ID differs from the device ID.</source>
        <translation>“SIP用户认证ID”与设备编码不同。</translation>
    </message>
    <message>
        <source>Its digest is made with the user name &quot;%2&quot;</source>
        <translation>计算摘要时用的用户名是“%2”</translation>
    </message>
    <message>
        <source>Set SIP user name and SIP authentication ID in the camera both to its device ID.</source>
        <translation>把摄像机的“SIP用户名”和“SIP用户认证ID”都设为设备编码。</translation>
    </message>
    <message>
        <source>Wrong realm: it used &quot;%1&quot;, the challenge says &quot;%2&quot;</source>
        <translation>realm 错误：设备用的是“%1”，质询为“%2”</translation>
    </message>
    <message>
        <source>The camera takes its own SIP domain instead of the challenge&apos;s realm.</source>
        <translation>摄像机用了自己的“SIP服务器域”，没有用质询中的 realm。</translation>
    </message>
    <message>
        <source>Set the SIP domain (SIP server domain) in the camera to %2</source>
        <translation>把摄像机的“SIP服务器域”（SIP域）设为 %2</translation>
    </message>
    <message>
        <source>The digest was made for &quot;%1&quot;, which is not this server</source>
        <translation>摘要的 uri 为“%1”，不是本平台</translation>
    </message>
    <message>
        <source>SIP server ID or domain in the camera are those of another platform.</source>
        <translation>摄像机里的“SIP服务器ID”或“SIP服务器域”是别的平台的。</translation>
    </message>
    <message>
        <source>Set SIP server ID and SIP domain in the camera as the camera card says.</source>
        <translation>按摄像机参数卡设置“SIP服务器ID”和“SIP服务器域”。</translation>
    </message>
    <message>
        <source>It answers an old challenge again and again</source>
        <translation>反复应答过期的质询</translation>
    </message>
    <message>
        <source>Restart the camera. If it stays so it is a fault of the firmware: update it, and send the exported session to the vendor.</source>
        <translation>重启摄像机。若仍如此，则是固件缺陷：请升级固件，并将导出的会话记录发给厂家。</translation>
    </message>
    <message>
        <source>Let gbscope try other forms of the challenge; send the exported session to the vendor.</source>
        <translation>让 gbscope 尝试其他质询形式；将导出的会话记录发给厂家。</translation>
    </message>
    <message>
        <source>Another scheme than Digest, or a header that breaks the grammar.</source>
        <translation>用的不是 Digest 认证，或头字段不合语法。</translation>
    </message>
    <message>
        <source>Update the firmware; send the exported session to the vendor.</source>
        <translation>升级固件；将导出的会话记录发给厂家。</translation>
    </message>
    <message>
        <source>Wrong SIP server ID: it registers to %1, this server is %2</source>
        <translation>SIP服务器ID错误：设备填的是 %1，本平台是 %2</translation>
    </message>
    <message>
        <source>Set the SIP server ID in the camera to %2</source>
        <translation>把摄像机的“SIP服务器ID”设为 %2</translation>
    </message>
    <message>
        <source>It registers to itself: the SIP server ID in it is its own device ID %1</source>
        <translation>设备在向自己注册：SIP服务器ID填成了自身的设备编码 %1</translation>
    </message>
    <message>
        <source>The device ID was typed into the field of the SIP server ID.</source>
        <translation>设备编码填进了“SIP服务器ID”一栏。</translation>
    </message>
    <message>
        <source>Set the SIP server ID in the camera to the platform&apos;s ID (with 200 in digits 11 to 13), as the camera card says.</source>
        <translation>按摄像机参数卡，把摄像机的“SIP服务器ID”设为平台的编码（第 11–13 位为 200）。</translation>
    </message>
    <message>
        <source>Wrong SIP domain: %1, this one is %2</source>
        <translation>SIP服务器域错误：%1，应为 %2</translation>
    </message>
    <message>
        <source>From names %1 instead of the domain %2</source>
        <translation>From 中是 %1，而不是 SIP 域 %2</translation>
    </message>
    <message>
        <source>Usual with some vendors, and harmless here.</source>
        <translation>某些厂家的惯用做法，在这里无害。</translation>
    </message>
    <message>
        <source>Nothing to do, unless a platform refuses it: then set the SIP domain to %2</source>
        <translation>无需处理；若平台因此拒绝，把“SIP服务器域”设为 %2</translation>
    </message>
    <message>
        <source>The device ID %1 comes from a spreadsheet that took it for a number</source>
        <translation>设备编码 %1 出自电子表格，被当成了数值</translation>
    </message>
    <message>
        <source>Excel keeps 15 digits; what was behind them is lost.</source>
        <translation>Excel 只保留 15 位，后面的数字已丢失。</translation>
    </message>
    <message>
        <source>Format the column as text, take the ID from the plan again and type all 20 digits into the camera.</source>
        <translation>把该列设为文本格式，从规划表重新取编码，在摄像机中手工输入全部 20 位。</translation>
    </message>
    <message>
        <source>The device ID %1 has %2 digits instead of 20</source>
        <translation>设备编码 %1 是 %2 位，应为 20 位</translation>
    </message>
    <message>
        <source>A digit was left out or typed twice.</source>
        <translation>少输或多输了数字。</translation>
    </message>
    <message>
        <source>8 digits centre, 2 industry, 3 type (132 camera, 118 NVR), 1 network, 6 serial: type all 20 as the camera card proposes.</source>
        <translation>中心编码 8 位、行业编码 2 位、类型编码 3 位（132 摄像机，118 NVR）、网络标识 1 位、序号 6 位：按摄像机参数卡的建议输入全部 20 位。</translation>
    </message>
    <message>
        <source>The device ID &quot;%1&quot; is not made of digits</source>
        <translation>设备编码“%1”不全是数字</translation>
    </message>
    <message>
        <source>It contains a space, a letter or a full-width digit.</source>
        <translation>里面有空格、字母或全角数字。</translation>
    </message>
    <message>
        <source>Clear the field in the camera and retype the 20 digits, in half-width.</source>
        <translation>清空摄像机中的这一栏，用半角重新输入 20 位数字。</translation>
    </message>
    <message>
        <source>It has the ID of a platform (200 in digits 11 to 13), but is %1</source>
        <translation>使用了平台的编码（第 11–13 位为 200），但设备是 %1</translation>
    </message>
    <message>
        <source>200 is for platforms: some send no heartbeats or no catalog under it, some platforms do not show it.</source>
        <translation>200 是平台的类型编码：用了它，有些设备不发心跳或目录，有些平台不显示该设备。</translation>
    </message>
    <message>
        <source>Give it an ID with 132 (camera), 118 (NVR) or 111 (DVR) in digits 11 to 13.</source>
        <translation>给设备换一个编码，第 11–13 位用 132（摄像机）、118（NVR）或 111（DVR）。</translation>
    </message>
    <message>
        <source>The server&apos;s ID %1 is set as its device ID</source>
        <translation>设备编码填成了平台的编码 %1</translation>
    </message>
    <message>
        <source>The SIP server ID was typed into the field of the device ID (SIP user name) as well.</source>
        <translation>“SIP服务器ID”的值也填进了设备编码（“SIP用户名”）一栏。</translation>
    </message>
    <message>
        <source>Give the device an ID of its own, with 132 or 118 in digits 11 to 13; only the SIP server ID stays as it is.</source>
        <translation>给设备单独设置编码，第 11–13 位用 132 或 118；“SIP服务器ID”保持不变。</translation>
    </message>
    <message>
        <source>Harmless here; some platforms do not show it. Better: 132 for a camera, 118 for an NVR.</source>
        <translation>在这里无害，但有些平台不显示。建议摄像机用 132，NVR 用 118。</translation>
    </message>
    <message>
        <source>Two devices have this ID: %1 and %2</source>
        <translation>两台设备共用此编码：%1 和 %2</translation>
    </message>
    <message>
        <source>Both send under it, back and forth: a factory ID that was left in place, or a copied configuration.</source>
        <translation>两台设备交替用此编码发送：出厂编码没有改，或配置是复制的。</translation>
    </message>
    <message>
        <source>Give one of the two another device ID; the camera card proposes the next free one.</source>
        <translation>给其中一台换一个设备编码；摄像机参数卡会建议下一个空闲编码。</translation>
    </message>
    <message>
        <source>A heartbeat came from %1, but it is registered from %2: not counted</source>
        <translation>心跳来自 %1，而设备注册地址为 %2：不计入</translation>
    </message>
    <message>
        <source>A second device with this ID, or the device got another address without re-registering.</source>
        <translation>有另一台设备用了此编码，或设备换了地址却没有重新注册。</translation>
    </message>
    <message>
        <source>Look for a second device with this ID at that address. If it is the same one, restart it, and give it a fixed address.</source>
        <translation>到该地址查找是否有另一台设备用了此编码。如果就是同一台，重启它，并设置固定 IP 地址。</translation>
    </message>
    <message>
        <source>Its REGISTER says no Expires</source>
        <translation>REGISTER 中没有 Expires</translation>
    </message>
    <message>
        <source>The firmware leaves it out; 3600 s count then. Some platforms refuse it with 400.</source>
        <translation>固件没有带上，此时按 3600 秒计。有些平台会以 400 拒绝。</translation>
    </message>
    <message>
        <source>Set the registration validity in the camera (3600 s or more); if it stays so, update the firmware.</source>
        <translation>设置摄像机的“注册有效期”（3600 秒或更长）；若仍没有，升级固件。</translation>
    </message>
    <message>
        <source>It sends heartbeats, but its registration of %1 s has lapsed</source>
        <translation>仍在发心跳，但 %1 秒的注册已过期</translation>
    </message>
    <message>
        <source>It did not refresh its registration in time, and does not know that it is out.</source>
        <translation>设备没有按时刷新注册，也不知道自己已失效。</translation>
    </message>
    <message>
        <source>Raise the registration validity in the camera (86400 s), restart it, and see whether it refreshes in time; else update the firmware.</source>
        <translation>调大摄像机的“注册有效期”（86400 秒）并重启，看它能否按时刷新；不能则升级固件。</translation>
    </message>
    <message>
        <source>It refreshed its registration of %1 s %2 s too late</source>
        <translation>注册有效期 %1 秒，晚了 %2 秒才刷新</translation>
    </message>
    <message>
        <source>The firmware refreshes when the time is over instead of before; for that while it is offline.</source>
        <translation>固件到期之后才刷新，而不是提前刷新；这段时间内设备处于离线。</translation>
    </message>
    <message>
        <source>Raise the registration validity in the camera (86400 s); report it to the vendor.</source>
        <translation>调大摄像机的“注册有效期”（86400 秒），并反馈给厂家。</translation>
    </message>
    <message>
        <source>It wanted to unregister, and registered: Expires 0 became %1 behind the 401</source>
        <translation>本想注销，结果成了注册：401 之后 Expires 由 0 变为 %1</translation>
    </message>
    <message>
        <source>A fault of the firmware: with the password it sends its ordinary Expires.</source>
        <translation>固件缺陷：带密码的那次仍发平常的 Expires。</translation>
    </message>
    <message>
        <source>%2 devices or more re-registered within 10 s</source>
        <translation>10 秒内有 %2 台以上设备重新注册</translation>
    </message>
    <message>
        <source>Power or a switch came back, or the network was gone for a moment.</source>
        <translation>供电或交换机刚恢复，或网络瞬断过。</translation>
    </message>
    <message>
        <source>Nothing, if somebody worked there. Else look at the power supply and the switch they share.</source>
        <translation>如果当时有人施工，无需处理；否则检查这些设备共用的电源和交换机。</translation>
    </message>
    <message>
        <source>Registers %1 or more times a minute</source>
        <translation>每分钟注册 %1 次以上</translation>
    </message>
    <message>
        <source>Something of the registration fails each time, and it does not wait the 60 s that the standard wants.</source>
        <translation>注册每次都在某一步失败，且设备没有按标准间隔 60 秒再试。</translation>
    </message>
    <message>
        <source>Look at its other findings: password, 401 or 200 that does not arrive.</source>
        <translation>查看此设备的其他诊断：密码、收不到 401 或 200。</translation>
    </message>
    <message>
        <source>It was accepted and registers again at once, without a heartbeat (%1 times)</source>
        <translation>注册成功后马上又注册，中间没有心跳（%1 次）</translation>
    </message>
    <message>
        <source>Restart the camera; compare the 200 with that of a platform that works, and send both to the vendor.</source>
        <translation>重启摄像机；与能正常接入的平台对比 200，把两份都发给厂家。</translation>
    </message>
    <message>
        <source>The way back is broken, or drops packets.</source>
        <translation>返回路径不通，或有丢包。</translation>
    </message>
    <message>
        <source>Look at cable, switch port and NAT between; set the camera&apos;s transport protocol to TCP.</source>
        <translation>检查网线、交换机端口和途中的 NAT；把摄像机的“传输协议”改为 TCP。</translation>
    </message>
    <message>
        <source>It is behind NAT: Contact says %1, it comes from %2</source>
        <translation>设备在 NAT 后面：Contact 为 %1，实际来自 %2</translation>
    </message>
    <message>
        <source>Set the heartbeat interval to 30 s or less in the camera and here, or the transport protocol to TCP.</source>
        <translation>把摄像机的“心跳周期”和这里的心跳间隔都设为 30 秒以内，或把“传输协议”改为 TCP。</translation>
    </message>
    <message>
        <source>It now sends from %1, before from %2 (after %3 s of silence)</source>
        <translation>现从 %1 发送，之前为 %2（其间静默 %3 秒）</translation>
    </message>
    <message>
        <source>The router forgot the NAT mapping, or the device restarted. Whoever sends to the old port does not reach it.</source>
        <translation>路由器的 NAT 映射已失效，或设备重启过。发往旧端口的消息到不了设备。</translation>
    </message>
    <message>
        <source>Now sends over %1, before over %2, without re-registering</source>
        <translation>现通过 %1 发送，之前为 %2，且未重新注册</translation>
    </message>
    <message>
        <source>The transport protocol was changed, and the firmware did not register again.</source>
        <translation>传输协议已改，但固件没有重新注册。</translation>
    </message>
    <message>
        <source>Restart the camera, so that it registers over the one it uses.</source>
        <translation>重启摄像机，让它用当前的传输协议注册。</translation>
    </message>
    <message>
        <source>It does not answer a request that names %1; it had registered at %2</source>
        <translation>设备不应答 Via 为 %1 的请求；它是向 %2 注册的</translation>
    </message>
    <message>
        <source>The server speaks from another address than the camera knows: two network cards, 0.0.0.0, or a container.</source>
        <translation>平台发请求用的地址不是摄像机所知的地址：双网卡、0.0.0.0 或容器。</translation>
    </message>
    <message>
        <source>Bind the server to %2, or give the container the host&apos;s network.</source>
        <translation>让平台绑定到 %2，或让容器使用主机网络。</translation>
    </message>
    <message>
        <source>%2 devices and more seem to come from %1, a container&apos;s gateway</source>
        <translation>有 %2 台以上设备看上去都来自 %1（容器网关）</translation>
    </message>
    <message>
        <source>The server runs in a container with bridged network: all senders look like one, and answers may not find back.</source>
        <translation>平台运行在桥接网络的容器里：所有设备看上去是同一个来源，应答可能回不去。</translation>
    </message>
    <message>
        <source>Run the container with the host&apos;s network.</source>
        <translation>让容器使用主机网络。</translation>
    </message>
    <message>
        <source>Via says %1, but it sends over %2</source>
        <translation>Via 写的是 %1，实际用 %2 发送</translation>
    </message>
    <message>
        <source>The transport protocol in the camera is half changed, or something on the way converts.</source>
        <translation>摄像机的“传输协议”只改了一半，或途中有设备做了转换。</translation>
    </message>
    <message>
        <source>Set the transport protocol in the camera to %2, save, and restart it.</source>
        <translation>把摄像机的“传输协议”设为 %2，保存并重启。</translation>
    </message>
    <message>
        <source>%1 opened a TCP connection and said nothing</source>
        <translation>%1 建立了 TCP 连接，却没有发送任何内容</translation>
    </message>
    <message>
        <source>The camera waits for something, a port scanner looks around, or it is set to UDP and tests the port.</source>
        <translation>摄像机在等待，或有端口扫描，或摄像机设为 UDP、只是探测端口。</translation>
    </message>
    <message>
        <source>Set the transport protocol in the camera to UDP and see whether it registers.</source>
        <translation>把摄像机的“传输协议”设为 UDP，看能否注册。</translation>
    </message>
    <message>
        <source>The platform refuses a password that it takes from others (%1)</source>
        <translation>平台拒绝了其他设备可用的密码（%1）</translation>
    </message>
    <message>
        <source>The platform keeps another password for this device alone: an old record of it.</source>
        <translation>平台为此设备单独存了另一个密码：是旧记录。</translation>
    </message>
    <message>
        <source>Delete the device on the platform, and let it register again.</source>
        <translation>在平台上删除此设备，让它重新注册。</translation>
    </message>
    <message>
        <source>Registration refused: %1 %2</source>
        <translation>注册被拒绝：%1 %2</translation>
    </message>
    <message>
        <source>The server does not want this registration; its answer says why, as far as it does.</source>
        <translation>平台不接受这次注册；具体原因看应答内容。</translation>
    </message>
    <message>
        <source>no algorithm</source>
        <translation>无 algorithm 参数</translation>
    </message>
    <message>
        <source>zero bytes</source>
        <translation>全零字节</translation>
    </message>
    <message>
        <source>It had to repeat a heartbeat (sent %1 times in all)</source>
        <translation>心跳有重传（共发 %1 次）</translation>
    </message>
    <message>
        <source>The device reports a fault: Status %1 (%2)</source>
        <translation>设备上报故障：状态 %1（%2）</translation>
    </message>
    <message>
        <source>Set the character set in the camera to GB2312 (GB18030 on devices of 2022); UTF-8 only if the platform wants it. Else update the firmware.</source>
        <translation>把摄像机的字符集设为 GB2312（2022 版设备为 GB18030）；平台要求时才用 UTF-8。仍不对就升级固件。</translation>
    </message>
    <message>
        <source>It repeats its 200 to the INVITE (sent %1 times in all)</source>
        <translation>设备重发 INVITE 的 200 应答（共发 %1 次）</translation>
    </message>
    <message>
        <source>Another program has the port (%2).</source>
        <translation>有别的程序占用了此端口（%2）</translation>
    </message>
    <message>
        <source>The server never answered its REGISTER (sent %1 times in 32 s)</source>
        <translation>平台始终没有应答 REGISTER（32 秒内共发 %1 次）</translation>
    </message>
    <message>
        <source>The 401 does not reach it: REGISTER came %1 more times behind it</source>
        <translation>设备收不到 401：发出 401 后，REGISTER 又来了 %1 次</translation>
    </message>
    <message>
        <source>It ignores the 401: registers again without a password (%1 times)</source>
        <translation>设备不理会 401：再次注册仍不带密码（%1 次）</translation>
    </message>
    <message>
        <source>The form of the challenge may not suit it</source>
        <translation>质询形式可能不合这台设备</translation>
    </message>
    <message>
        <source>Some firmwares answer only one form of the challenge: with or without algorithm=MD5, with or without qop. This one has: %1</source>
        <translation>有些固件只认一种形式的质询：带或不带 algorithm=MD5，带或不带 qop。本次质询为：%1</translation>
    </message>
    <message>
        <source>Set the SIP authentication ID in the camera to its device ID: %2</source>
        <translation>把摄像机的“SIP用户认证ID”设为设备编码：%2</translation>
    </message>
    <message>
        <source>The device uses %1, but another user name went into the digest than the header says.</source>
        <translation>设备使用的是%1，但计算摘要所用的用户名与头字段中的不同。</translation>
    </message>
    <message>
        <source>A known password fits, but by another formula</source>
        <translation>密码对得上，摘要算法不对</translation>
    </message>
    <message>
        <source>The device uses %1, but its digest is made by another formula than the header says: RFC 2069 and RFC 2617 are mixed (qop).</source>
        <translation>设备使用的是%1，但摘要算法与头字段所述不符：混用了 RFC 2069 和 RFC 2617（qop）。</translation>
    </message>
    <message>
        <source>Its Authorization header cannot be read (%1)</source>
        <translation>Authorization 头无法解析（%1）</translation>
    </message>
    <message>
        <source>The SIP server ID in the camera is another one. gbscope lets it in where it is the server; most platforms do not.</source>
        <translation>摄像机的“SIP服务器ID”填错了。gbscope 会放行，多数平台不会。</translation>
    </message>
    <message>
        <source>The SIP domain in the camera is another one. gbscope lets it in where it is the server; platforms that check it do not.</source>
        <translation>摄像机的“SIP服务器域”填错了。gbscope 会放行，检查此项的平台不会。</translation>
    </message>
    <message>
        <source>Digits 11 to 13 of its ID (%1) are no type of device</source>
        <translation>设备编码第 11–13 位（%1）不是标准规定的类型</translation>
    </message>
    <message>
        <source>By annex E 111 to 199 are devices, 200 to 299 platforms, 300 to 499 users.</source>
        <translation>按附录 E，111–199 为设备，200–299 为平台，300–499 为用户。</translation>
    </message>
    <message>
        <source>It does not like something in the 200 (Contact, Expires, Date), or two programs in it register.</source>
        <translation>设备不接受 200 中的某些内容（Contact、Expires、Date），或设备内有两个程序都在注册。</translation>
    </message>
    <message>
        <source>The 200 does not reach it: REGISTER came %1 more times behind it</source>
        <translation>设备收不到 200：发出 200 后，REGISTER 又来了 %1 次</translation>
    </message>
    <message>
        <source>Requests to it find their way only as long as the router keeps the mapping. Heartbeats keep it; expected every %3 s.</source>
        <translation>路由器保持映射期间，发给设备的请求才能到达。映射靠心跳维持：现为每 %3 秒一次。</translation>
    </message>
    <message>
        <source>Set the heartbeat interval in the camera and here below the silence that the NAT bears, or use TCP.</source>
        <translation>把摄像机和本平台的心跳间隔都设到 NAT 映射能保持的时间以内，或改用 TCP。</translation>
    </message>
    <message>
        <source>It does not notice that its server is gone: %1 heartbeats in a row unanswered, and no new REGISTER</source>
        <translation>设备未发现平台失联：连续 %1 次心跳无应答，仍未重新注册</translation>
    </message>
    <message>
        <source>The last answer was %2 s ago. After as many unanswered heartbeats as its timeout count it should have considered the server down, and re-registered within %3 s. After a failure of the platform it stays offline until its registration expires.</source>
        <translation>最后一次应答在 %2 秒前。心跳连续无应答达到心跳超时次数后，设备应判定平台失联，并在 %3 秒内重新注册。否则平台故障恢复后，设备要等到注册过期才能重新上线。</translation>
    </message>
    <message>
        <source>Set the timeout count in the camera as here. If it stays so, update the firmware; until then a short registration validity (such as 600 s) brings it back sooner.</source>
        <translation>将摄像机的心跳超时次数设为与此处一致。若仍如此，请升级固件；在此之前，可缩短注册有效期（如 600 秒），使设备更快恢复。</translation>
    </message>
    <message>
        <source>Reported offline although it beats: %1 s after an accepted heartbeat</source>
        <translation>心跳正常却被上报离线：距上一次被接受的心跳仅 %1 秒</translation>
    </message>
    <message>
        <source>The platform that reports it ends it by another measure than heartbeats: Expires that are over, or an interval or a count that is set too small or not at all.</source>
        <translation>上报的平台不是按心跳判定离线：注册有效期已过，或心跳间隔、超时次数设得过小、未设置。</translation>
    </message>
    <message>
        <source>On the platform: set this device&apos;s heartbeat interval and timeout count as in the camera. In the camera: raise the registration validity.</source>
        <translation>在平台上：将该设备的心跳间隔和心跳超时次数设为与摄像机一致。在摄像机上：加大注册有效期。</translation>
    </message>
    <message>
        <source>%1 speaks as %2, which is registered from elsewhere: refused</source>
        <translation>%1 冒用 %2 的身份发送请求，而该设备是从别处注册的：已拒绝</translation>
    </message>
    <message>
        <source>The device itself is there and well. A second device with this ID and another password, a replay of what was captured, or somebody who guesses.</source>
        <translation>设备本身在线且正常。可能是另一台设备用了同一编码但密码不同，也可能是重放抓到的报文，或有人在猜测。</translation>
    </message>
    <message>
        <source>Find out what has the address %1: a camera to be given its own ID, or a stranger.</source>
        <translation>查明地址 %1 是什么设备：若是摄像机，请为它设置自己的编码；否则是陌生人。</translation>
    </message>
    <message>
        <source>From %1 authentication keeps failing (%2 times lately): it is slowed down</source>
        <translation>来自 %1 的认证不断失败（近期 %2 次）：已限速</translation>
    </message>
    <message>
        <source>Somebody guesses IDs or passwords, or many cameras behind this address have a wrong password. Devices that are registered from there are answered as usual.</source>
        <translation>有人在猜测编码或密码，或该地址后面有许多摄像机密码错误。从该地址已注册的设备照常应答。</translation>
    </message>
    <message>
        <source>Find out what has the address %1. Are these cameras of yours? Correct their password.</source>
        <translation>查明地址 %1 是什么设备。若是自己的摄像机，请改正其密码。</translation>
    </message>
    <message>
        <source>All places are taken, %2 of them from %1 without a password: some made room</source>
        <translation>注册名额已满，其中 %2 个来自 %1 且没有密码：已让出一部分</translation>
    </message>
    <message>
        <source>Nothing authenticates who registers here, so anybody can fill the list. 0.0.0.0/0 stands for many addresses.</source>
        <translation>这里注册不需要认证，任何人都能占满名额。0.0.0.0/0 表示许多地址。</translation>
    </message>
    <message>
        <source>Listen with a password; then only who has it takes a place.</source>
        <translation>设置密码后再监听，只有知道密码的设备才占名额。</translation>
    </message>
    <message>
        <source>TCP connections from %1 were closed: they said nothing, or places ran short</source>
        <translation>来自 %1 的 TCP 连接已关闭：没有发送内容，或连接数已满</translation>
    </message>
    <message>
        <source>Whoever has not sent a whole message within 30 s is closed, the oldest first where an address has more than eight of them or places run short: a port scanner, a load balancer that probes, or an attack.</source>
        <translation>30 s 内没有发送完整消息的连接会被关闭；同一地址超过八个或连接数已满时，最早的先关闭。可能是端口扫描、负载均衡探测或攻击。</translation>
    </message>
    <message>
        <source>Find out what has the address %1. A camera that does so should be set to UDP.</source>
        <translation>查明地址 %1 是什么设备。若是摄像机，请将其改为 UDP。</translation>
    </message>
    <message>
        <source>Not as the standard wants it: %1</source>
        <translation>不符合标准的写法：%1</translation>
    </message>
    <message>
        <source>The firmware writes its messages in its own way. What cannot be read for sure is not counted; a name in other letters is another name to XML.</source>
        <translation>固件按自己的方式书写消息。不能确定读懂的不计入；XML 中字母大小写不同就是另一个名称。</translation>
    </message>
    <message>
        <source>Update the firmware, or send the exported session to the vendor. Another platform may take or refuse such messages otherwise than this one does.</source>
        <translation>升级固件，或把导出的会话发给厂商。别的平台对这类消息的取舍可能与这里不同。</translation>
    </message>
    <message>
        <source>Its REGISTER names another device in %2: %1</source>
        <translation>它的 REGISTER 在 %2 中写的是另一台设备：%1</translation>
    </message>
    <message>
        <source>From, To and Contact of a REGISTER name the device that registers. Here they do not agree: the ID was changed in one place alone, or a gateway registers for others.</source>
        <translation>REGISTER 的 From、To 和 Contact 都应写注册的设备本身。这里不一致：只改了一处编号，或者网关在替别的设备注册。</translation>
    </message>
    <message>
        <source>Set the same device ID wherever the camera&apos;s platform access page asks for one, and restart the camera.</source>
        <translation>在摄像机平台接入页的每一处填写同一个设备编号，然后重启摄像机。</translation>
    </message>
    <message>
        <source>Its Contact %1 is not an address at which it could be asked</source>
        <translation>它的 Contact %1 不是能找到它的地址</translation>
    </message>
    <message>
        <source>Contact tells where a platform sends its queries and calls. This one is the platform itself, or no host at all. gbscope asks where the REGISTER came from; others would call in vain.</source>
        <translation>平台按 Contact 发送查询和呼叫。这个 Contact 是平台自己，或者根本不是主机。gbscope 向 REGISTER 的来源地址发送；别的平台会找不到设备。</translation>
    </message>
    <message>
        <source>Look at the local address and the local SIP port in the camera: often the server&apos;s were entered there.</source>
        <translation>检查摄像机的本地地址和本地 SIP 端口：常常误填成服务器的。</translation>
    </message>
    <message>
        <source>It answers what nobody asked: %1, SN %2</source>
        <translation>它应答了没有人发过的查询：%1，SN %2</translation>
    </message>
    <message>
        <source>There is no query with this command and SN in the record. The device sends it by itself, has the SN wrong, or another platform asked.</source>
        <translation>记录中没有这个命令和 SN 的查询。可能是设备自行发送、SN 写错，或者是另一个平台查询的。</translation>
    </message>
    <message>
        <source>Look whether the device is registered at two platforms. A platform drops such an answer.</source>
        <translation>检查设备是否注册在两个平台上。平台会丢弃这样的应答。</translation>
    </message>
    <message>
        <source>Our own network link %1 went down</source>
        <translation>本机网络接口 %1 断开</translation>
    </message>
    <message>
        <source>The network interface of the computer that gbscope runs on was down, had lost its address or was gone. In that time no device could be heard: none is to blame.</source>
        <translation>运行 gbscope 的计算机的网络接口断开、丢失地址或消失。这段时间收不到任何设备的消息：不能归咎于设备。</translation>
    </message>
    <message>
        <source>Look at this computer&apos;s cable, wireless link, dock and power saving, not at the devices.</source>
        <translation>检查本机的网线、无线连接、扩展坞和省电设置，而不是设备。</translation>
    </message>
    <message>
        <source>The times of this record cannot be right: it has messages of the year %2</source>
        <translation>本记录的时间不可能正确：有 %2 年的消息</translation>
    </message>
    <message>
        <source>The clock of whoever captured was not set, or the file names a wrong unit of its times (if_tsresol, if_tsoffset). Gaps and timeouts are reckoned with these times and may be wrong, too.</source>
        <translation>抓包方的时钟没有设置，或者文件声明的时间单位有误（if_tsresol、if_tsoffset）。间隔和超时按这些时间计算，也可能不对。</translation>
    </message>
    <message>
        <source>Set the clock of the capturing computer, and capture again.</source>
        <translation>把抓包处的时钟设好，重新抓包。</translation>
    </message>
    <message>
        <source>The clock jumped by %2 s</source>
        <translation>时钟跳变 %2 秒</translation>
    </message>
    <message>
        <source>Somebody or NTP set the clock of the computer that records, or it slept. A live session goes on with a clock of its own; in a capture nothing can be measured over the jump.</source>
        <translation>有人或 NTP 调整了记录用计算机的时钟，或者它休眠过。实时会话使用自己的时钟继续；抓包文件中跨越跳变的时间无法测量。</translation>
    </message>
    <message>
        <source>Let the computer keep its time by NTP, and keep it awake while it records.</source>
        <translation>让计算机用 NTP 校时，记录期间不要休眠。</translation>
    </message>
    <message>
        <source>Messages from HEP sender %1 are dated by their arrival: its clock is %2 s off</source>
        <translation>来自 HEP 发送端 %1 的消息按到达时间记录：其时钟相差 %2 秒</translation>
    </message>
    <message>
        <source>Let the sender and this computer keep their time by NTP.</source>
        <translation>请让发送端和本机都用 NTP 校时。</translation>
    </message>
    <message>
        <source>The time that it tells does not agree with the clock of this computer. Where it sends its messages late, or plays an old capture, the gaps between them are not those that it saw.</source>
        <translation>它给出的时间与本机时钟不一致。如果它延迟发送消息，或者在回放旧抓包，消息之间的间隔就不是它实际看到的间隔。</translation>
    </message>
    <message>
        <source>Silent since %1: no heartbeat for %2 s</source>
        <translation>自 %1 起失联：已 %2 秒无心跳</translation>
    </message>
    <message>
        <source>It sent heartbeats until then. Nothing in the record shows why it stopped. By experience, in this order: no power or no network; it hangs or restarts; its address or its platform settings were changed.</source>
        <translation>在此之前它一直发送心跳。记录中没有任何内容说明它为何停止。按经验依次为：断电或断网；设备死机或重启；地址或平台接入设置被修改。</translation>
    </message>
    <message>
        <source>Ping %3. No answer: look at power, cable and switch port, and whether its neighbours on that switch still send heartbeats. An answer: open its web page, look at the platform settings there, and restart it.</source>
        <translation>ping %3。不通：检查电源、网线和交换机端口，并看同一交换机上的其他设备是否仍有心跳。能通：打开其网页检查平台接入设置，并重启设备。</translation>
    </message>
    <message>
        <source>%1 heartbeats were lost on the way: SN went from %2 to %3</source>
        <translation>%1 个心跳在途中丢失：SN 从 %2 变为 %3</translation>
    </message>
    <message>
        <source>The device went on counting its heartbeats while none arrived. It ran; the network between did not carry them.</source>
        <translation>没有心跳到达期间，设备的心跳序号仍在增加。设备在正常运行，是中间的网络没有把心跳送到。</translation>
    </message>
    <message>
        <source>Look at the way between camera and here: wireless links, switches, a firewall or NAT that closes idle ports.</source>
        <translation>检查摄像机到本机之间的链路：无线链路、交换机，以及会关闭空闲端口的防火墙或 NAT。</translation>
    </message>
    <message>
        <source>Came back after %1 s of silence as after a restart</source>
        <translation>静默 %1 秒后恢复，表现为重启过</translation>
    </message>
    <message>
        <source>It registered under a new Call-ID, or its counters restarted: it lost power, was restarted, or crashed.</source>
        <translation>它用新的 Call-ID 注册，或计数重新开始：断过电、被重启，或程序崩溃。</translation>
    </message>
    <message>
        <source>Look at its power supply (PoE budget of the switch) and at the log on its web page. If it happens again and again, update the firmware.</source>
        <translation>检查供电（交换机的 PoE 功率预算）和设备网页上的日志。如反复发生，请升级固件。</translation>
    </message>
    <message>
        <source>%2 devices fell silent within %3 s</source>
        <translation>%2 台设备在 %3 秒内同时静默</translation>
    </message>
    <message>
        <source>So many at once have one cause: a switch or an uplink, the power of a cabinet, or this computer&apos;s own network.</source>
        <translation>这么多设备同时静默，原因只有一个：交换机或上联链路、机柜供电，或本机自身的网络。</translation>
    </message>
    <message>
        <source>Look for what these devices have in common, and at the network between them and here, not at each of them.</source>
        <translation>查找这些设备的共同点，以及它们与本机之间的网络，而不要逐台检查设备。</translation>
    </message>
    <message>
        <source>It does not answer the heartbeats of the platform above it (%1)</source>
        <translation>对上级平台（%1）的心跳不应答</translation>
    </message>
    <message>
        <source>The platform that it registers with sends heartbeats down; this one sends no 200 to them. The upper one may think it lost.</source>
        <translation>上级平台向下发送心跳，本平台未回 200，上级可能判定其掉线。</translation>
    </message>
    <message>
        <source>Update the lower platform, or switch off the heartbeats that the upper one sends down. If it does answer, look at the way back: NAT, firewall.</source>
        <translation>升级下级平台，或关闭上级平台向下发送的心跳。若下级确有应答，请检查回程：NAT、防火墙。</translation>
    </message>
    <message>
        <source>This capture has holes: bytes of a TCP stream are missing (%2)</source>
        <translation>此抓包有缺失：TCP 流中少了部分字节（%2）</translation>
    </message>
    <message>
        <source>They were sent, and whoever captured did not get them. What was in them is not known: a message that is not here may have been in them. No device is to blame for that.</source>
        <translation>这些字节确实发送过，但抓包方没有抓到，其内容未知：看不到的消息可能就在其中。这不是任何设备的责任。</translation>
    </message>
    <message>
        <source>Capture with a larger buffer (tcpdump -B 8192 -s 0) and a filter (port 5060), at a mirror port that is not overloaded.</source>
        <translation>请用更大的缓冲区抓包（tcpdump -B 8192 -s 0），加过滤条件（port 5060），并在未过载的镜像口上抓。</translation>
    </message>
    <message>
        <source>More than %1 devices: some are left out (%2)</source>
        <translation>设备超过 %1 台：部分未列出（%2）</translation>
    </message>
    <message>
        <source>The record has more IDs than gbscope keeps; perhaps somebody makes them up. Who never registered makes room first. An address in brackets holds most of these rows. Devices that authenticated stay.</source>
        <translation>记录中的编码太多，gbscope 保留不下；可能有人在伪造编码。从未注册的设备最先让出位置；括号中的地址占用的行最多。通过认证的设备始终保留。</translation>
    </message>
    <message>
        <source>The answer speaks of the message, not of the device: 400, something in it cannot be read; 413, it is too large; 415, its Content-Type or character set; 420, an extension. Registering again does not help.</source>
        <translation>应答针对的是消息而不是设备：400 表示消息中有无法读取的内容；413 表示消息过大；415 表示 Content-Type 或字符集有问题；420 表示扩展不受支持。重新注册没有用。</translation>
    </message>
    <message>
        <source>Look at its findings about malformed messages and bodies, and compare such a heartbeat with one that the platform accepts from another device. Update the firmware.</source>
        <translation>查看该设备关于消息和消息体格式错误的其他结论，并把这样的心跳与平台接受的其他设备的心跳对比。升级固件。</translation>
    </message>
    <message>
        <source>5xx and 6xx speak of the platform&apos;s own trouble: a fault in it, too much load, a database that does not answer. The device is well.</source>
        <translation>5xx 和 6xx 说明平台自身有问题：程序故障、负载过高或数据库无响应。设备是正常的。</translation>
    </message>
    <message>
        <source>Look at the platform&apos;s own log at these times.</source>
        <translation>查看平台在这些时刻的日志。</translation>
    </message>
    <message>
        <source>It does not answer the query for its catalog, though it is there</source>
        <translation>设备在线，却不应答目录查询</translation>
    </message>
    <message>
        <source>The query went to %1, which is where its own messages come from, and it was heard from there behind it: neither the address nor NAT is to blame. The device does not answer.</source>
        <translation>查询发往 %1，设备自己的消息也来自这里，并且在查询之后仍收到过它的消息：地址和 NAT 都没有问题，是设备没有应答。</translation>
    </message>
    <message>
        <source>Restart the device and ask again. If it stays so, update the firmware; if a firewall stands between, let it pass MESSAGE to the device.</source>
        <translation>重启设备后再次查询。若仍如此，升级固件；若中间有防火墙，放行发往设备的 MESSAGE。</translation>
    </message>
    <message>
        <source>It does not answer an INVITE, though it is there</source>
        <translation>设备在线，却不应答 INVITE</translation>
    </message>
    <message>
        <source>The INVITE went to %1, which is where its own messages come from, and it was heard from there behind it: neither the address nor NAT is to blame. The device does not answer, or the datagram is too large for the way.</source>
        <translation>INVITE 发往 %1，设备自己的消息也来自这里，并且在此之后仍收到过它的消息：地址和 NAT 都没有问题。是设备没有应答，或数据报过大而在途中丢失。</translation>
    </message>
    <message>
        <source>Restart the device and try again, over TCP if it can. If it stays so, update the firmware.</source>
        <translation>重启设备后再试，设备支持时改用 TCP。若仍如此，升级固件。</translation>
    </message>
    <message>
        <source>It does not answer the platform&apos;s requests: %2 (%1 in a row)</source>
        <translation>设备不应答平台的请求：%2（连续 %1 次）</translation>
    </message>
    <message>
        <source>They went to %3, which is where its own messages come from, and it was heard from there behind them: neither the address nor NAT is to blame. A platform that asks to see whether it lives takes it for offline then and refuses its heartbeats, however regular they are.</source>
        <translation>请求发往 %3，设备自己的消息也来自这里，并且在此之后仍收到过它的消息：地址和 NAT 都没有问题。用这类请求探测设备的平台会因此认为设备离线，并拒绝它的心跳，无论心跳多么规律。</translation>
    </message>
    <message>
        <source>Update the firmware: every SIP request wants an answer, if only 405 or 501. Until then switch this request off on the platform, so that it judges by heartbeats.</source>
        <translation>升级固件：每个 SIP 请求都必须应答，哪怕是 405 或 501。在此之前，在平台上关闭这类请求，让平台按心跳判断。</translation>
    </message>
    <message>
        <source>The platform&apos;s requests are not answered: %2 (%1 in a row)</source>
        <translation>平台的请求没有得到应答：%2（连续 %1 次）</translation>
    </message>
    <message>
        <source>See whether its heartbeats go on. If they do, ask again right behind a heartbeat: an answer then points at NAT.</source>
        <translation>看心跳是否继续。若继续，在心跳之后立刻再次查询：这时有应答就说明是 NAT 的问题。</translation>
    </message>
    <message>
        <source>Requests to it go to %1, but it comes from %2</source>
        <translation>发给设备的请求发往 %1，而设备的消息来自 %2</translation>
    </message>
    <message>
        <source>%3 was not answered. %1 is what the device names in Contact or in its settings, or where it was before; its messages come from %2. Behind NAT it cannot be reached at an address of its own network.</source>
        <translation>%3 没有得到应答。%1 是设备在 Contact 或自身设置中给出的地址，或者是它以前的地址；它的消息来自 %2。设备在 NAT 之后，用其内网地址无法到达。</translation>
    </message>
    <message>
        <source>Its MESSAGEs arrive without their bodies (%1)</source>
        <translation>设备的 MESSAGE 到达时没有消息体（%1）</translation>
    </message>
    <message>
        <source>Something on the way removes them or rewrites Content-Length: a SIP ALG of a router, a firewall, a border controller. Heartbeats and answers are in these bodies.</source>
        <translation>途中有什么去掉了消息体或改写了 Content-Length：路由器的 SIP ALG、防火墙或边界控制器。心跳和查询结果都在这些消息体里。</translation>
    </message>
    <message>
        <source>Switch off SIP ALG (SIP helper, SIP inspection) in routers and firewalls between, or use another port than 5060, or TCP. Capture at the device: if the body is missing there already, it is the firmware.</source>
        <translation>在中间的路由器和防火墙上关闭 SIP ALG（SIP helper、SIP 检测），或改用 5060 以外的端口，或改用 TCP。在设备侧抓包：若那里就没有消息体，则是固件的问题。</translation>
    </message>
    <message>
        <source>%1 items came in its catalog, and SumNum says %2</source>
        <translation>目录中有 %1 项，而 SumNum 为 %2</translation>
    </message>
    <message>
        <source>SumNum is the number of all items of the answer. A platform that stops at SumNum loses the others, one that waits for as many may show none.</source>
        <translation>SumNum 是应答中全部项目的数量。按 SumNum 停止接收的平台会丢失其余项目，要求数量相等的平台可能一项也不显示。</translation>
    </message>
    <message>
        <source>Update the firmware. In the list of its channels, take out what is no channel; let the platform go by the items that came.</source>
        <translation>升级固件。从设备的通道列表中去掉不是通道的项目；让平台以实际收到的项目为准。</translation>
    </message>
    <message>
        <source>Its catalog lists the device itself, beside its channels</source>
        <translation>目录中除通道外还列出了设备自身</translation>
    </message>
    <message>
        <source>The standard allows it. Some platforms show it as one more channel that cannot be played, and count one too many.</source>
        <translation>标准允许这样做。有些平台会把它显示为一个无法播放的通道，数量多出一个。</translation>
    </message>
    <message>
        <source>Nothing to do, unless the platform shows a channel too many.</source>
        <translation>无需处理，除非平台多显示了一个通道。</translation>
    </message>
    <message>
        <source>Nobody asked for its catalog within %1 s since it registered</source>
        <translation>注册后 %1 秒内没有人查询它的目录</translation>
    </message>
    <message>
        <source>There is no query for its catalog in this record, so it has sent none: the platform knows no channels of it, unless it has them from before.</source>
        <translation>本记录中没有对它的目录查询，所以它没有发送目录：平台不知道它的通道，除非以前已经取得。</translation>
    </message>
    <message>
        <source>If the platform shows no channels: let it synchronise the channels of this device, and see whether a query goes out.</source>
        <translation>若平台不显示通道：在平台上同步该设备的通道，看是否发出了查询。</translation>
    </message>
    <message>
        <source>Over TCP it sends bytes between its messages that are no SIP (%2)</source>
        <translation>设备在 TCP 上的消息之间发送不是 SIP 的字节（%2）</translation>
    </message>
    <message>
        <source>%3 bytes in all, from %1: a keepalive of the maker&apos;s own, or something of another protocol. They were passed over; its messages were read.</source>
        <translation>共 %3 字节，来自 %1：厂商自己的保活数据，或其他协议的内容。这些字节已跳过，消息正常读取。</translation>
    </message>
    <message>
        <source>Nothing to do here. A stricter platform closes the connection: then switch that keepalive off in the device, or set its transport protocol to UDP.</source>
        <translation>此处无需处理。更严格的平台会断开连接：这时在设备中关闭该保活，或把传输协议设为 UDP。</translation>
    </message>
    <message>
        <source>gbscope closed a TCP connection from %1: it could not be read on</source>
        <translation>gbscope 断开了来自 %1 的 TCP 连接：后面的内容无法读取</translation>
    </message>
    <message>
        <source>What came has no usable Content-Length, or is no SIP for too long, or the rest of a message did not come in time. The other end did not close it; it may connect again.</source>
        <translation>收到的内容没有可用的 Content-Length，或过长时间不是 SIP，或一条消息的其余部分没有及时到达。不是对方断开的；对方可以重新连接。</translation>
    </message>
    <message>
        <source>Look at the last message from there ahead of that time.</source>
        <translation>查看该时刻之前来自那里的最后一条消息。</translation>
    </message>
    <message>
        <source>It registers again at once (%1 times), and this 200 to the REGISTER has no Contact</source>
        <translation>设备马上又注册（%1 次），而这个对 REGISTER 的 200 没有 Contact</translation>
    </message>
    <message>
        <source>A 200 to a REGISTER has to list the bindings in Contact, with their expires. A device that looks there does not find its own and takes itself for not registered.</source>
        <translation>对 REGISTER 的 200 必须在 Contact 中列出绑定及其 expires。查看 Contact 的设备找不到自己的绑定，就认为自己没有注册成功。</translation>
    </message>
    <message>
        <source>On the platform: update it, so that the 200 names the Contact of the REGISTER with expires.</source>
        <translation>升级平台，使 200 带有 REGISTER 的 Contact 和 expires。</translation>
    </message>
    <message>
        <source>Its 200 to the INVITE has no Contact (sent %1 times in all)</source>
        <translation>设备对 INVITE 的 200 没有 Contact（共发送 %1 次）</translation>
    </message>
    <message>
        <source>The ACK goes to the Contact of the 200. Without one the platform does not know where to, sends none, and the device repeats its 200 until it gives up.</source>
        <translation>ACK 发往 200 的 Contact。没有 Contact，平台不知道发往哪里而不发送 ACK，设备便重复发送 200，直到放弃。</translation>
    </message>
    <message>
        <source>Update the firmware; until then let the platform send the ACK to where the 200 came from.</source>
        <translation>升级固件；在此之前让平台把 ACK 发往 200 的来源地址。</translation>
    </message>
    <message>
        <source>The INVITE wants the media sent to %1, where the device reaches nobody</source>
        <translation>INVITE 要求把媒体发往 %1，设备在那里到达不了任何主机</translation>
    </message>
    <message>
        <source>c= of the offer is where the device sends the media. This address is that of no host, or means the device itself.</source>
        <translation>设备把媒体发往 offer 的 c= 地址。这个地址不属于任何主机，或者指设备自身。</translation>
    </message>
    <message>
        <source>On the platform: set the address of its media server (SDP IP) to one that the device can reach.</source>
        <translation>在平台上把媒体服务器地址（SDP IP）设为设备能到达的地址。</translation>
    </message>
    <message>
        <source>Its answer to the INVITE names %1 for the media, where nobody can be reached</source>
        <translation>设备对 INVITE 的应答给出的媒体地址是 %1，那里到达不了任何主机</translation>
    </message>
    <message>
        <source>c= of the answer is the address of no host, or means whoever reads it. It matters where the platform opens the connection, or checks where media come from.</source>
        <translation>应答的 c= 不是任何主机的地址，或者指读取者自身。平台主动建立连接或检查媒体来源时会受影响。</translation>
    </message>
    <message>
        <source>Look at the network settings of the device (a second card, no gateway); update the firmware.</source>
        <translation>检查设备的网络设置（第二块网卡、没有网关）；升级固件。</translation>
    </message>
    <message>
        <source>It refuses the INVITE with %1, and the INVITE is faulty: %2</source>
        <translation>设备以 %1 拒绝 INVITE，而该 INVITE 有错误：%2</translation>
    </message>
    <message>
        <source>400, 415 and 488 speak of the offer, and this one is not as GB/T 28181 wants it (%3). Devices differ in what they put up with.</source>
        <translation>400、415 和 488 针对的是 offer，而这个 offer 不符合 GB/T 28181 的要求（%3）。各设备的容忍程度不同。</translation>
    </message>
    <message>
        <source>Mend the INVITE of the platform; the order of annex G is v o s u c t, m with its a lines, y, f, each line with CR LF at its end.</source>
        <translation>修正平台的 INVITE；附录 G 的顺序是 v o s u c t、m 及其 a 行、y、f，每行以 CR LF 结尾。</translation>
    </message>
    <message>
        <source>the branch in Via does not begin with z9hG4bK: %1</source>
        <translation>Via 的 branch 不以 z9hG4bK 开头：%1</translation>
    </message>
    <message>
        <source>an IPv6 address without brackets: %1</source>
        <translation>IPv6 地址没有方括号：%1</translation>
    </message>
    <message>
        <source>its Via has no branch</source>
        <translation>Via 没有 branch</translation>
    </message>
    <message>
        <source>Its rest did not come: the TCP connection ended or stood still in the middle of it, or the Content-Length is too large.</source>
        <translation>消息的其余部分没有到达：TCP 连接在中途断开或停滞，或 Content-Length 过大。</translation>
    </message>
    <message>
        <source>Look at the way between; if it stays so, send the exported session to the vendor.</source>
        <translation>检查中间的网络；若仍如此，把导出的会话发给厂商。</translation>
    </message>
    <message>
        <source>It came over TCP, which loses nothing: the device announces more than it sends, or gave up between two parts.</source>
        <translation>目录经 TCP 到达，TCP 不会丢失数据：设备声明的数量多于实际发送，或在两部分之间中止。</translation>
    </message>
    <message>
        <source>Parts of the answer were lost, or the device announces more than it sends. None of the parts that came was large enough for fragments.</source>
        <translation>应答有一部分丢失，或设备声明的数量多于实际发送。收到的各部分都没有大到需要分片。</translation>
    </message>
    <message>
        <source>Ask again. If it is the same number each time, count the channels in the device, and update the firmware.</source>
        <translation>再次查询。若每次数量都相同，核对设备中的通道数，并升级固件。</translation>
    </message>
    <message>
        <source>Ask again. If it is the same number each time, nothing was lost: count the channels in the device. Else set its transport protocol to TCP.</source>
        <translation>再次查询。若每次数量都相同，则没有丢失：核对设备中的通道数。否则把设备的传输协议设为 TCP。</translation>
    </message>
    <message>
        <source>Its TCP stream is out of step (from %1): %2 bytes belong to no message</source>
        <translation>设备的 TCP 流错位（来自 %1）：有 %2 字节不属于任何消息</translation>
    </message>
    <message>
        <source>They look like a part of a message: a Content-Length was wrong. Some count a line end as one byte and send two.</source>
        <translation>它们像是消息的一部分：某个 Content-Length 有误。有的设备把换行按一个字节计算，却发送两个字节。</translation>
    </message>
    <message>
        <source>Heartbeats are switched off in it, or go to another server.</source>
        <translation>设备里关闭了心跳，或心跳发往另一个服务器。</translation>
    </message>
    <message>
        <source>The server refuses the message itself, not the device: its answer says why, as far as it does.</source>
        <translation>服务器拒绝的是消息本身，而不是设备：原因见其应答（如有说明）。</translation>
    </message>
    <message>
        <source>Compare the heartbeat with one that the server takes, and send both to the vendor of the device.</source>
        <translation>把这条心跳与服务器接受的心跳对比，并把两者发给设备厂商。</translation>
    </message>
    <message>
        <source>See whether its heartbeats go on. If they do, ask again right behind a heartbeat: an answer then points at NAT, and a shorter heartbeat interval keeps the mapping open.</source>
        <translation>看心跳是否继续。若继续，在心跳之后立刻再次查询：这时有应答就说明是 NAT 的问题，缩短心跳周期可以保持映射。</translation>
    </message>
    <message>
        <source>See whether its heartbeats go on. If they do, try again right behind a heartbeat: an answer then points at NAT, and a shorter heartbeat interval keeps the mapping open.</source>
        <translation>看心跳是否继续。若继续，在心跳之后立刻再试：这时有应答就说明是 NAT 的问题，缩短心跳周期可以保持映射。</translation>
    </message>
    <message>
        <source>%1 devices registered before this start</source>
        <translation>%1 台设备在本次启动之前已注册</translation>
    </message>
    <message>
        <source>gbscope kept their registrations from its last run. They are still in force, so the heartbeats of these devices are answered 200. Each counts as online with its first heartbeat.</source>
        <translation>gbscope 保留了上次运行时的注册信息，这些注册仍然有效，因此这些设备的心跳会得到 200 应答。收到第一个心跳后，设备即为在线。</translation>
    </message>
    <message>
        <source>Nothing to do. To make all devices register again, switch off &quot;Keep registrations across starts&quot; where you set up listening.</source>
        <translation>无需处理。若要让所有设备重新注册，请在监听设置中关闭“重启后保留注册”。</translation>
    </message>
    <message>
        <source>Registrations cannot be kept across starts: %1</source>
        <translation>重启后无法保留注册：%1</translation>
    </message>
    <message>
        <source>The file that remembers which devices are registered could not be read or written. Everything else works. After the next start the heartbeats of devices that have not registered again are refused.</source>
        <translation>记录已注册设备的文件无法读取或写入。其他功能不受影响。下次启动后，尚未重新注册的设备的心跳将被拒绝。</translation>
    </message>
    <message>
        <source>Make the folder of that file writable, or name another file. A damaged file can be deleted.</source>
        <translation>请让该文件所在的文件夹可写，或指定另一个文件。损坏的文件可以删除。</translation>
    </message>
    <message>
        <source>Messages are missing from this capture, or out of order (%2 signs)</source>
        <translation>此抓包缺少消息，或消息次序错乱（%2 处迹象）</translation>
    </message>
    <message>
        <source>Capture where both directions pass, with a large buffer and whole packets (tcpdump -B 16384 -s 0), best at the server itself. Until then what is said of devices because something was not seen is only possible.</source>
        <translation>请在双向报文都经过的位置抓包，使用大缓冲区并抓取完整的包（tcpdump -B 16384 -s 0），最好直接在服务器上抓。在此之前，凡是因为“没有看到”而对设备作出的判断都只是可能。</translation>
    </message>
    <message>
        <source>Nothing at all was captured from %2 to %3</source>
        <translation>从 %2 到 %3 没有抓到任何消息</translation>
    </message>
    <message>
        <source>Before and after it messages came often. Either the capture stood still, or the network was down where it was made, or the clock of the computer was set ahead. What devices did in this time is not known.</source>
        <translation>在此前后消息都很频繁。可能是抓包中断，或抓包处的网络断开，或计算机的时钟被调快。设备在这段时间内的情况不得而知。</translation>
    </message>
    <message>
        <source>Look whether the computer that captures slept, lost its network or had its clock set then. Capture again where that is so.</source>
        <translation>请检查抓包的计算机当时是否休眠、断网或被校时。如果是，请重新抓包。</translation>
    </message>
    <message>
        <source>Fragments are missing from this capture: of messages only the start is there (%2)</source>
        <translation>此抓包缺少 IP 分片：有的消息只有开头部分（%2）</translation>
    </message>
    <message>
        <source>A large datagram is sent in fragments, and only the first of them names the ports: a capture filter such as &quot;port 5060&quot; drops all others. Where such a message was answered all of it had arrived. What stood in its rest is not known, and no device is to blame for that.</source>
        <translation>大的数据报分成多个 IP 分片发送，只有第一个分片带端口号：&quot;port 5060&quot; 这样的抓包过滤条件会丢掉其余分片。若该消息得到了应答，说明它已完整送达。其余部分的内容无从得知，不是任何设备的过错。</translation>
    </message>
    <message>
        <source>Capture the fragments, too: tcpdump -s 0 -w FILE &quot;port 5060 or (ip[6:2] &amp; 0x1fff != 0) or ip6 proto 44&quot;, or without a filter by port (&quot;host ADDRESS&quot;).</source>
        <translation>把分片也抓下来：tcpdump -s 0 -w 文件 &quot;port 5060 or (ip[6:2] &amp; 0x1fff != 0) or ip6 proto 44&quot;，或者不按端口过滤（&quot;host 地址&quot;）。</translation>
    </message>
    <message>
        <source>The packets of this capture are not in the order of their time: it jumps by %2 s</source>
        <translation>此抓包中的数据包不按时间顺序排列：时间跳变 %2 秒</translation>
    </message>
    <message>
        <source>Several captures were put together without being sorted, or the clock of the computer that captured was set. Which of them the packets do not tell. Over that place nothing can be measured.</source>
        <translation>多个抓包未经排序就拼在了一起，或者抓包电脑的时钟被调整过，从数据包看不出是哪一种。跨过该处无法测量时间。</translation>
    </message>
    <message>
        <source>Open the single captures together, or sort this one (reordercap OLD NEW, of Wireshark). Let the computer that captures keep its time by NTP.</source>
        <translation>同时打开各个单独的抓包，或者给它排序（Wireshark 的 reordercap 旧文件 新文件）。让抓包的电脑通过 NTP 校时。</translation>
    </message>
    <message>
        <source>Nothing listens at %1 (ICMP port unreachable)</source>
        <translation>%1 没有程序在监听（ICMP 端口不可达）</translation>
    </message>
    <message>
        <source>What was sent there did not arrive: %2 sent it back. No program has this port open, or a firewall there refuses it. That nothing is answered follows from this.</source>
        <translation>发往该处的消息没有送达：被 %2 退回。没有程序打开这个端口，或者那里的防火墙拒绝了它。没有应答即由此而来。</translation>
    </message>
    <message>
        <source>Look whether the platform runs and which address and port it listens at (ss -lunp), and compare them with the SIP server&apos;s address and port in the camera.</source>
        <translation>检查平台是否在运行、监听的地址和端口是什么（ss -lunp），并与摄像机里填写的 SIP 服务器地址和端口对照。</translation>
    </message>
    <message>
        <source>What was sent to the device did not arrive: %2 sent it back. The device does not listen at the port that it sends from, its SIP service has ended, or a NAT has closed the port.</source>
        <translation>发给设备的消息没有送达：被 %2 退回。设备没有在其发送端口上监听，或其 SIP 服务已退出，或 NAT 已关闭该端口。</translation>
    </message>
    <message>
        <source>Look whether platform access is still on in the camera, and at its local SIP port; restart it. Behind NAT set a shorter heartbeat interval.</source>
        <translation>检查摄像机的平台接入是否仍然启用，以及本地 SIP 端口；重启设备。若在 NAT 之后，请缩短心跳周期。</translation>
    </message>
    <message>
        <source>%1 refuses TCP connections (RST)</source>
        <translation>%1 拒绝 TCP 连接（RST）</translation>
    </message>
    <message>
        <source>Its computer answers, and no program accepts TCP at this port, or a firewall refuses it in its name. Last tried from %2.</source>
        <translation>该主机有响应，但没有程序在此端口接受 TCP，或防火墙以它的名义拒绝。最近一次尝试来自 %2。</translation>
    </message>
    <message>
        <source>Look whether the platform listens for TCP at this port (ss -ltnp), or set the transport protocol in the camera to UDP.</source>
        <translation>检查平台是否在此端口监听 TCP（ss -ltnp），或者把摄像机的传输协议改为 UDP。</translation>
    </message>
    <message>
        <source>TCP connections to %1 are not answered (SYN, again and again)</source>
        <translation>到 %1 的 TCP 连接没有响应（SYN 一再重发）</translation>
    </message>
    <message>
        <source>The computer is off or not there, a firewall drops the packets, or the answers do not get back. Last tried from %2.</source>
        <translation>该主机已关机或不存在，或防火墙丢弃了数据包，或响应回不来。最近一次尝试来自 %2。</translation>
    </message>
    <message>
        <source>Ping the address from where it was tried; look at the firewalls between, and at the SIP server&apos;s address and port in the camera.</source>
        <translation>从尝试连接的一端 ping 该地址；检查途中的防火墙，以及摄像机里的 SIP 服务器地址和端口。</translation>
    </message>
    <message>
        <source>%1 is not reached: %2 says %3 (ICMP)</source>
        <translation>无法到达 %1：%2 报告%3（ICMP）</translation>
    </message>
    <message>
        <source>What was sent there did not arrive, and the one that reports it is on the way, or its end. That nothing is answered follows from this.</source>
        <translation>发往该处的消息没有送达，报告者位于途中或就是终点。没有应答即由此而来。</translation>
    </message>
    <message>
        <source>Look at %2: its routes, its firewall, and whether the computer behind it runs and has that address.</source>
        <translation>检查 %2：它的路由、防火墙，以及它后面的主机是否在运行并拥有该地址。</translation>
    </message>
    <message>
        <source>This text tells no times</source>
        <translation>这段文本没有时间</translation>
    </message>
    <message>
        <source>Its messages are in their order, and are shown a millisecond apart in 1970. How long anything took is not known, so nothing is said about intervals, silences and clocks.</source>
        <translation>消息按原有顺序显示，时间依次相差 1 毫秒，放在 1970 年。各步用了多久无从得知，因此不判断间隔、静默和时钟。</translation>
    </message>
    <message>
        <source>Save the packets as pcap (tcpdump -w FILE), or the text with its times (tcpdump -tttt).</source>
        <translation>请把数据包保存为 pcap（tcpdump -w FILE），或保存带时间的文本（tcpdump -tttt）。</translation>
    </message>
    <message>
        <source>This capture cut its packets at %2 bytes</source>
        <translation>此抓包把数据包截断在 %2 字节</translation>
    </message>
    <message>
        <source>They were sent whole, and whoever captured kept the start of each. What is there is used. What is not, such as the bodies of heartbeats, is not known, and no device is to blame for that.</source>
        <translation>数据包本来是完整发出的，抓包时只保留了每个包的开头。抓到的部分照常使用；没有抓到的部分（例如心跳的消息体）无从得知，不是设备的问题。</translation>
    </message>
    <message>
        <source>Capture whole packets: tcpdump -s 0, or no limit in Wireshark.</source>
        <translation>请抓完整的数据包：tcpdump -s 0，或在 Wireshark 中不限制长度。</translation>
    </message>
    <message>
        <source>The server refuses it, with its digest. Whether that is for the password is not known: nothing was compared with it yet.</source>
        <translation>设备带着摘要被服务器拒绝。是否因为密码尚不清楚：还没有与任何密码比较过。</translation>
    </message>
    <message>
        <source>None of the %1 known passwords fits its digest, in any of the tried ways</source>
        <translation>已知的 %1 个密码按所有试过的方式都与其摘要不符</translation>
    </message>
    <message>
        <source>Another password, or a mistake in the digest that is not among those that were tried: %2.</source>
        <translation>是另一个密码，或是未试到的摘要错误。已试：%2。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time.</source>
        <translation>查看服务器当时的日志。</translation>
    </message>
    <message>
        <source>The device computed with %2</source>
        <translation>设备计算摘要时用了%2</translation>
    </message>
    <message>
        <source>Its digest fits %1 exactly with that inside, while its header says something else. The server computes with what the header says, and refuses it.</source>
        <translation>按此计算，其摘要与%1完全相符，而头域写的是另外的内容。服务器按头域计算，因此拒绝。</translation>
    </message>
    <message>
        <source>It unregistered itself, %1 times (away for %2 s the last time, %3 s in all)</source>
        <translation>设备自己注销了 %1 次（最近一次离开 %2 秒，共 %3 秒）</translation>
    </message>
    <message>
        <source>It sent a REGISTER with Expires 0, which the server accepted, and registered again later. The record does not say why.</source>
        <translation>设备发出 Expires 为 0 的 REGISTER，服务器接受了，后来它又重新注册。原因在记录中看不出。</translation>
    </message>
    <message>
        <source>Look in the device at that time: a restart by schedule, a switch of platform access, a program that ends the registration. Its vendor knows what sends Expires 0.</source>
        <translation>查看设备在那个时间的情况：定时重启、平台接入开关、结束注册的程序。是什么发出 Expires 0，厂商知道。</translation>
    </message>
    <message>
        <source>It unregistered and registered again %2 s later (times: %1)</source>
        <translation>设备注销后过 %2 秒又重新注册（%1 次）</translation>
    </message>
    <message>
        <source>A restart, or a new login after its setting was saved: it leaves in good order.</source>
        <translation>重启，或保存设置后重新登录：属于正常离开。</translation>
    </message>
    <message>
        <source>Nothing to do, unless it happens often.</source>
        <translation>无需处理，除非经常发生。</translation>
    </message>
    <message>
        <source>A header is not as RFC 3261 wants it: %1</source>
        <translation>头域不符合 RFC 3261：%1</translation>
    </message>
    <message>
        <source>It is taken here. Stricter platforms refuse this with 400, or do not answer.</source>
        <translation>这里接受。更严格的平台会以 400 拒绝，或不应答。</translation>
    </message>
    <message>
        <source>Its messages carry a Note header with a digest (%1)</source>
        <translation>其消息带有含摘要的 Note 头域（%1）</translation>
    </message>
    <message>
        <source>This is the protection of signalling by GB 35114. It does not change the digest of REGISTER, and it does not tell the edition of GB/T 28181: that is in X-GB-Ver.</source>
        <translation>这是 GB 35114 的信令保护。它不改变 REGISTER 的摘要，也不说明 GB/T 28181 的版本：版本见 X-GB-Ver。</translation>
    </message>
    <message>
        <source>Nothing to do. gbscope does not verify it.</source>
        <translation>无需处理。gbscope 不校验它。</translation>
    </message>
    <message>
        <source>The digest was not made with the password of this server, in any of the tried ways (%2).</source>
        <translation>按所有试过的方式，摘要都不是用本服务器的密码生成的（%2）。</translation>
    </message>
    <message>
        <source>The device computed with %2, the challenge says &quot;%3&quot;</source>
        <translation>设备计算摘要时用了%2，而质询中是“%3”</translation>
    </message>
    <message>
        <source>Its digest fits %1 exactly with that realm inside, though its header repeats the challenge&apos;s.</source>
        <translation>用这个 realm 计算，其摘要与%1完全相符，尽管头域照抄了质询中的 realm。</translation>
    </message>
    <message>
        <source>Set the SIP domain (SIP server domain) in the camera to %3</source>
        <translation>把摄像机里的 SIP 域（SIP 服务器域）设为 %3</translation>
    </message>
    <message>
        <source>Its response is cut to 16 digits</source>
        <translation>其 response 被截短为 16 位</translation>
    </message>
    <message>
        <source>Its digest fits %1, but only 16 of its digits are sent.</source>
        <translation>其摘要与%1相符，但只发送了其中 16 位。</translation>
    </message>
    <message>
        <source>The 401 was lost on the way: REGISTER came %1 more times behind it</source>
        <translation>401 在途中丢失：其后 REGISTER 又来了 %1 次</translation>
    </message>
    <message>
        <source>Captures of both ends prove it: the server sent the 401, and it did not arrive where the device&apos;s own REGISTERs were captured.</source>
        <translation>两端的抓包证明：服务器发出了 401，而在抓到设备 REGISTER 的那一端没有到达。</translation>
    </message>
    <message>
        <source>Look between the two places of capture: a router&apos;s NAT or SIP ALG, a firewall that lets no answer in. Or set the transport protocol to TCP.</source>
        <translation>检查两个抓包点之间：路由器的 NAT 或 SIP ALG、不放行应答的防火墙。或把传输协议设为 TCP。</translation>
    </message>
    <message>
        <source>The 200 was lost on the way: REGISTER came %1 more times behind it</source>
        <translation>200 在途中丢失：其后 REGISTER 又来了 %1 次</translation>
    </message>
    <message>
        <source>Captures of both ends prove it: the server sent the 200, and it did not arrive where the device&apos;s own REGISTERs were captured.</source>
        <translation>两端的抓包证明：服务器发出了 200，而在抓到设备 REGISTER 的那一端没有到达。</translation>
    </message>
    <message>
        <source>Heartbeats are off or go to another server, or the ID does not suit the firmware (%2 in digits 11 to 13).</source>
        <translation>心跳已关闭或发往另一个服务器，或者 ID 不适合固件（第 11 至 13 位为 %2）。</translation>
    </message>
    <message>
        <source>The server does not know the ID (%1). The device has to register again then.</source>
        <translation>服务器不认识这个 ID（%1）。这时设备必须重新注册。</translation>
    </message>
    <message>
        <source>The device is not registered with the server any more, or is barred there (403). It has to register again then.</source>
        <translation>设备在服务器上已不再注册，或被禁止（403）。这时它必须重新注册。</translation>
    </message>
    <message>
        <source>Restart the camera, so that it registers; see whether the server lets it in.</source>
        <translation>重启摄像机使其注册；看服务器是否放行。</translation>
    </message>
    <message>
        <source>The server wants a digest with each message (%1).</source>
        <translation>服务器要求每条消息都带摘要（%1）。</translation>
    </message>
    <message>
        <source>Set the server so that it takes messages of registered devices as they are, which the standard has.</source>
        <translation>把服务器设置为按标准直接接受已注册设备的消息。</translation>
    </message>
    <message>
        <source>The server has trouble of its own (%1): the answer does not speak of the device.</source>
        <translation>服务器自身有问题（%1）：应答说的不是设备。</translation>
    </message>
    <message>
        <source>The first REGISTER with this Call-ID was accepted (%3), so the refusal concerns the refresh: not the ID, nor the password. Some servers do not take a second REGISTER with a Call-ID that they know.</source>
        <translation>同一 Call-ID 的第一个 REGISTER 已被接受（%3），所以拒绝的是刷新注册，与 ID 和密码无关。有些服务器不接受已知 Call-ID 的第二个 REGISTER。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time, and have its vendor take refreshes with the same Call-ID (RFC 3261 10.2.4). Till then the device stays only as long as its first registration lasts.</source>
        <translation>查看服务器当时的日志，并请其厂商接受同一 Call-ID 的刷新（RFC 3261 10.2.4）。在此之前，设备只在第一次注册的有效期内保持在线。</translation>
    </message>
    <message>
        <source>400: something in the REGISTER does not suit the server. Look at its other findings, and at its headers in the message view.</source>
        <translation>400：REGISTER 中有服务器不接受的内容。请看该设备的其他发现，以及消息视图中的头域。</translation>
    </message>
    <message>
        <source>403: the ID is not allowed there. Add it to the server&apos;s list of devices.</source>
        <translation>403：该 ID 在那里不被允许。请把它加入服务器的设备列表。</translation>
    </message>
    <message>
        <source>404: the server does not know the domain or the ID that the REGISTER names. Compare them with its own.</source>
        <translation>404：服务器不认识 REGISTER 中的域或 ID。请与服务器自己的对照。</translation>
    </message>
    <message>
        <source>Malformed message, refused with %3: %1</source>
        <translation>消息格式错误，被以 %3 拒绝：%1</translation>
    </message>
    <message>
        <source>This keeps the device out: update its firmware, and send the exported session to the vendor.</source>
        <translation>设备因此无法接入：请升级固件，并把导出的会话发给厂商。</translation>
    </message>
    <message>
        <source>A header is not as RFC 3261 wants it, and the server refuses it: %1</source>
        <translation>头域不符合 RFC 3261，被服务器拒绝：%1</translation>
    </message>
    <message>
        <source>The answer was %3.</source>
        <translation>应答是 %3。</translation>
    </message>
    <message>
        <source>It unregistered itself, and is away</source>
        <translation>设备自己注销了，目前离线</translation>
    </message>
    <message>
        <source>It sent a REGISTER with Expires 0, which the server accepted: it left in good order.</source>
        <translation>设备发出 Expires 为 0 的 REGISTER，服务器接受了：属于正常离开。</translation>
    </message>
    <message>
        <source>It unregistered itself, %1 times, and is away</source>
        <translation>设备自己注销了 %1 次，目前离线</translation>
    </message>
    <message>
        <source>It unregistered itself once (away for %2 s)</source>
        <translation>设备自己注销了一次（离开 %2 秒）</translation>
    </message>
    <message>
        <source>It took “%1” with 200, and sent no Response within %2 s</source>
        <translation>设备对“%1”应答了 200，但 %2 s 内没有发送 Response</translation>
    </message>
    <message>
        <source>The 200 says only that the message arrived. The device does not know the command, does not have what is asked for, or is slow.</source>
        <translation>200 只表示消息已送达。设备不支持该命令、没有所查询的内容，或处理较慢。</translation>
    </message>
    <message>
        <source>Ask again, about the device itself and about a channel. If the command came with a later edition of GB/T 28181, look which one the device announces; update the firmware.</source>
        <translation>再查询一次：分别针对设备本身和某个通道。若该命令属于较新版本的 GB/T 28181，请查看设备声明的版本；并升级固件。</translation>
    </message>
    <message>
        <source>It answers “%1” with the Result ERROR</source>
        <translation>设备对“%1”的 Response 结果为 ERROR</translation>
    </message>
    <message>
        <source>It understood the command, and cannot or will not obey for %2. GB/T 28181 has no way to say why.</source>
        <translation>设备识别了该命令，但对 %2 无法或不愿执行。GB/T 28181 没有说明原因的字段。</translation>
    </message>
    <message>
        <source>Look whether this ID is the right one to ask, a channel or the device, and whether it has what is asked for: a PTZ, a disk, a recording, the setting.</source>
        <translation>检查查询的编码是否正确（应针对通道还是设备），以及设备是否具备相应的能力：云台、硬盘、录像、该项配置。</translation>
    </message>
    <message>
        <source>Its Response to “%1” has another SN: %3 instead of %2</source>
        <translation>设备对“%1”的 Response 的 SN 不一致：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>Nobody asked with that SN, and no Response has the right one. A platform pairs a Response with its query by the SN and drops this one.</source>
        <translation>没有任何请求使用过该 SN，也没有 SN 正确的 Response。平台按 SN 把 Response 与请求对应，会丢弃这一条。</translation>
    </message>
    <message>
        <source>Its Response to “%1” names another ID: %3 instead of %2</source>
        <translation>设备对“%1”的 Response 中编码不一致：应为 %2，实为 %3</translation>
    </message>
    <message>
        <source>A Response carries the DeviceID that was asked about. Platforms that compare it drop this one, or show its values at the wrong place.</source>
        <translation>Response 应携带所查询的 DeviceID。核对该字段的平台会丢弃这一条，或把数据显示到错误的位置。</translation>
    </message>
    <message>
        <source>Compare device ID and channel IDs in the device with those on the platform; if they are right, ask the vendor.</source>
        <translation>核对设备中的设备编码、通道编码与平台是否一致；若一致，请咨询厂家。</translation>
    </message>
    <message>
        <source>Only %2 of the %3 items came that “%1” announced</source>
        <translation>“%1”声明共有 %3 条，只收到 %2 条</translation>
    </message>
    <message>
        <source>Messages with further items were lost on the way, over UDP in fragments most of all, or SumNum is wrong.</source>
        <translation>携带其余条目的消息在途中丢失（UDP 分片最常见），或 SumNum 有误。</translation>
    </message>
    <message>
        <source>Ask again. If it is the same number each time, SumNum is wrong; else set the device&apos;s transport protocol to TCP.</source>
        <translation>再查询一次。若每次数量相同，则是 SumNum 有误；否则请把设备的传输协议改为 TCP。</translation>
    </message>
    <message>
        <source>Its Response to %1 has elements that GB/T 28181 does not have there: %2</source>
        <translation>设备对 %1 的 Response 含有 GB/T 28181 未定义的元素：%2</translation>
    </message>
    <message>
        <source>Usual with vendors and harmless: whoever does not know them passes over them.</source>
        <translation>厂家常有的扩展，没有害处：不认识的一方会忽略。</translation>
    </message>
    <message>
        <source>Nothing to do. Where a value is missing on the platform, look whether it stands under such a name.</source>
        <translation>无需处理。若平台上缺少某个值，可看看它是否写在这样的元素里。</translation>
    </message>
    <message>
        <source>Here the offer names another address than that which the signalling came from (%1): look there first.</source>
        <translation>此处邀请中的地址与信令来源（%1）不同：先查这里。</translation>
    </message>
    <message>
        <source>an unknown format</source>
        <translation>未知格式</translation>
    </message>
    <message>
        <source>No media arrive: %1 s after the agreement not one packet came to %2</source>
        <translation>没有媒体流：协商后 %1 秒，%2 没有收到任何包</translation>
    </message>
    <message>
        <source>On the wire three things look the same: a firewall or a closed range of ports on the way, an address in the offer that the device cannot reach, or a device that does not send. %3</source>
        <translation>在线路上有三种情况看起来一样：途中的防火墙或端口范围未开放、邀请中的地址设备无法到达、设备根本没有发送。%3</translation>
    </message>
    <message>
        <source>Open the media ports on the way (firewall, cloud security group, Docker). Let the offer name an address that the camera can ping. Then try TCP.</source>
        <translation>开放途中的媒体端口（防火墙、云安全组、Docker）。让邀请中的地址是摄像机能 ping 通的地址。然后试用 TCP。</translation>
    </message>
    <message>
        <source>The offer asks the device to send to %1, where it can send to nobody</source>
        <translation>邀请要求设备把媒体发往 %1，那里收不到</translation>
    </message>
    <message>
        <source>The c= line of the INVITE names this computer itself or no address at all. The signalling came from %2.</source>
        <translation>INVITE 的 c= 行是本机回环地址或空地址。信令来自 %2。</translation>
    </message>
    <message>
        <source>Set the media address (SDP IP, media server IP) of the platform to one that the cameras reach.</source>
        <translation>把平台的媒体地址（SDP IP、流媒体服务器 IP）设为摄像机能到达的地址。</translation>
    </message>
    <message>
        <source>Nobody listens at %1 for media (ICMP port unreachable)</source>
        <translation>%1 上没有程序接收媒体（ICMP 端口不可达）</translation>
    </message>
    <message>
        <source>The device sends, and the receiver&apos;s computer sends it back: the media server opened no port there, or closed it too early.</source>
        <translation>设备在发送，接收端的计算机把包退回：流媒体服务器没有打开该端口，或过早关闭。</translation>
    </message>
    <message>
        <source>Look whether the media server runs, and whether it opens the port that the INVITE names.</source>
        <translation>查看流媒体服务器是否在运行，以及是否打开了 INVITE 中的端口。</translation>
    </message>
    <message>
        <source>The device was to connect for media, and no SYN came within %1 s</source>
        <translation>媒体应由设备发起连接，%1 秒内没有 SYN</translation>
    </message>
    <message>
        <source>By a=setup the device opens the TCP connection to %2. It does not do TCP, or what it sends does not get through.</source>
        <translation>按 a=setup 应由设备连接 %2。设备不支持 TCP，或它的包到不了。</translation>
    </message>
    <message>
        <source>Try UDP, or TCP active. Open the port on the way.</source>
        <translation>试用 UDP 或 TCP 主动模式。开放途中的端口。</translation>
    </message>
    <message>
        <source>The TCP connection for media to %1 is refused (RST, %2 tries)</source>
        <translation>到 %1 的媒体 TCP 连接被拒绝（RST，尝试 %2 次）</translation>
    </message>
    <message>
        <source>Nobody listens there. Where the device connects, the media server closed its port too early or never opened it; where the platform connects, the device has no passive mode.</source>
        <translation>那里没有程序监听。若由设备连接：流媒体服务器过早关闭端口或未打开；若由平台连接：设备没有被动模式。</translation>
    </message>
    <message>
        <source>Where the device connects: let the media server wait longer. Where the platform connects: use TCP passive.</source>
        <translation>若由设备连接：让流媒体服务器等待更久。若由平台连接：改用 TCP 被动。</translation>
    </message>
    <message>
        <source>The TCP connection for media to %1 is not answered (%2 SYNs)</source>
        <translation>到 %1 的媒体 TCP 连接没有应答（%2 个 SYN）</translation>
    </message>
    <message>
        <source>A firewall drops it, or the address is behind NAT and cannot be reached from there.</source>
        <translation>被防火墙丢弃，或该地址在 NAT 之后无法到达。</translation>
    </message>
    <message>
        <source>Let the side connect that can reach the other one: TCP passive where the device is behind NAT. Open the port.</source>
        <translation>让能到达对方的一侧发起连接：设备在 NAT 之后时用 TCP 被动。开放端口。</translation>
    </message>
    <message>
        <source>The device connects for media only %1 s after its answer</source>
        <translation>设备在应答 %1 秒后才建立媒体连接</translation>
    </message>
    <message>
        <source>Some media servers have closed their port by then, mostly after 10 s.</source>
        <translation>有些流媒体服务器那时已关闭端口，多在 10 秒后。</translation>
    </message>
    <message>
        <source>Raise the time that the media server waits. Update the firmware.</source>
        <translation>延长流媒体服务器的等待时间。升级固件。</translation>
    </message>
    <message>
        <source>The TCP connection for media was reset in the middle</source>
        <translation>媒体 TCP 连接中途被复位</translation>
    </message>
    <message>
        <source>One of the ends gave up, or something on the way did. Which one the packets do not tell.</source>
        <translation>某一端或途中的设备断开了它，从包中看不出是谁。</translation>
    </message>
    <message>
        <source>Look at the log of the media server at that time.</source>
        <translation>查看流媒体服务器当时的日志。</translation>
    </message>
    <message>
        <source>Offer and answer do not agree on who connects for media: %1</source>
        <translation>媒体由谁连接，邀请与应答不一致：%1</translation>
    </message>
    <message>
        <source>By RFC 4145 the one is active and the other passive, and both use TCP or both UDP.</source>
        <translation>按 RFC 4145，一方 active，另一方 passive，且同为 TCP 或同为 UDP。</translation>
    </message>
    <message>
        <source>Use another transport for this device: UDP, or the other TCP mode.</source>
        <translation>对该设备改用另一种传输方式：UDP，或另一种 TCP 模式。</translation>
    </message>
    <message>
        <source>Media over TCP are framed as in RTSP ($), not by RFC 4571</source>
        <translation>TCP 媒体用 RTSP 的 $ 分帧，而不是 RFC 4571</translation>
    </message>
    <message>
        <source>Receivers that expect two bytes of length find no packets.</source>
        <translation>只认两字节长度的接收端找不到包。</translation>
    </message>
    <message>
        <source>Use UDP for this device, or a media server that takes both. Update the firmware.</source>
        <translation>对该设备用 UDP，或用两种都支持的流媒体服务器。升级固件。</translation>
    </message>
    <message>
        <source>Lengths in the TCP media stream lead nowhere (%1 times, %2 bytes lost)</source>
        <translation>TCP 媒体流中的长度对不上（%1 次，丢弃 %2 字节）</translation>
    </message>
    <message>
        <source>The two bytes of length do not lead from packet to packet. No packet of the record is missing there.</source>
        <translation>两字节长度没有指到下一个包，而记录中并不缺包。</translation>
    </message>
    <message>
        <source>Use UDP for this device. Send the exported session to the vendor.</source>
        <translation>对该设备用 UDP。把导出的会话发给厂商。</translation>
    </message>
    <message>
        <source>What arrives at the media port is no RTP (%1 packets)</source>
        <translation>到达媒体端口的不是 RTP（%1 个包）</translation>
    </message>
    <message>
        <source>None of the packets has the version of RTP. It is a stream of the vendor&apos;s own, or of another program.</source>
        <translation>没有一个包带 RTP 版本号。是厂商私有码流，或来自其他程序。</translation>
    </message>
    <message>
        <source>Set the device to GB/T 28181 and not to the vendor&apos;s own protocol.</source>
        <translation>在设备上选择 GB/T 28181，而不是厂商私有协议。</translation>
    </message>
    <message>
        <source>The SSRC is neither the offered nor the answered one: offered %1, answered %2, received %3</source>
        <translation>SSRC 既不是邀请的也不是应答的：邀请 %1，应答 %2，收到 %3</translation>
    </message>
    <message>
        <source>Receivers that look at the SSRC drop such a stream.</source>
        <translation>检查 SSRC 的接收端会丢弃该码流。</translation>
    </message>
    <message>
        <source>Switch off the check of the SSRC in the media server. Update the firmware.</source>
        <translation>在流媒体服务器上关闭 SSRC 校验。升级固件。</translation>
    </message>
    <message>
        <source>Several SSRCs come to one port: %1</source>
        <translation>同一端口收到多个 SSRC：%1</translation>
    </message>
    <message>
        <source>The sender started again, or two senders use the same port. A receiver mixes them or drops one.</source>
        <translation>发送端重新开始，或两个发送端用了同一端口。接收端会混淆或丢弃其一。</translation>
    </message>
    <message>
        <source>Look whether an earlier play was not ended. Let each play have a port of its own.</source>
        <translation>查看之前的点播是否没有结束。让每路点播使用单独端口。</translation>
    </message>
    <message>
        <source>The payload type %1 was not announced (%2)</source>
        <translation>负载类型 %1 未在 SDP 中声明（%2）</translation>
    </message>
    <message>
        <source>Receivers that go by the session description do not know what it is.</source>
        <translation>按 SDP 解码的接收端不知道它是什么。</translation>
    </message>
    <message>
        <source>Let the media server look at the bytes and not at the type. Update the firmware.</source>
        <translation>让流媒体服务器按字节内容而不是按类型识别。升级固件。</translation>
    </message>
    <message>
        <source>The payload type changes in one stream: %1, then %2 (%3 times)</source>
        <translation>同一码流的负载类型改变：%1，然后 %2（%3 次）</translation>
    </message>
    <message>
        <source>Some receivers take the second type for another stream and stop.</source>
        <translation>有些接收端把第二种类型当成另一路流而停止。</translation>
    </message>
    <message>
        <source>Update the firmware. Try with the audio of this channel switched off.</source>
        <translation>升级固件。试着关闭该通道的音频。</translation>
    </message>
    <message>
        <source>Media packets were lost on the way: %1 of %2 (%3 %)</source>
        <translation>媒体包在途中丢失：%1 / %2（%3 %）</translation>
    </message>
    <message>
        <source>Numbers are missing from the sequence. Mosaic and standing pictures follow from that. It is not known whether the sender skipped them.</source>
        <translation>序号不连续。花屏和卡顿由此而来。发送端是否漏发无法判断。</translation>
    </message>
    <message>
        <source>Look at wireless links, switches and the uplink of the camera. Lower its bit rate, or use TCP.</source>
        <translation>检查无线链路、交换机和摄像机上行带宽。降低码率，或改用 TCP。</translation>
    </message>
    <message>
        <source>This computer lost %1 of the %2 missing media packets itself</source>
        <translation>缺少的 %2 个媒体包中，%1 个是本机丢的</translation>
    </message>
    <message>
        <source>They arrived, and the buffer of our socket was full. The device and the way are not to blame.</source>
        <translation>包已到达，而本机套接字缓冲区已满。与设备和线路无关。</translation>
    </message>
    <message>
        <source>Play fewer channels at once. Raise net.core.rmem_max.</source>
        <translation>减少同时点播的通道。增大 net.core.rmem_max。</translation>
    </message>
    <message>
        <source>Media packets are missing from this record: %1 of %2</source>
        <translation>该记录缺少媒体包：%1 / %2</translation>
    </message>
    <message>
        <source>The capture has holes where they should be. Whether they were lost on the way is not known; no device is to blame.</source>
        <translation>抓包在这些位置有空洞。途中是否丢失无法判断；与设备无关。</translation>
    </message>
    <message>
        <source>Capture with a larger buffer (tcpdump -B 16384 -s 0).</source>
        <translation>用更大的缓冲区抓包（tcpdump -B 16384 -s 0）。</translation>
    </message>
    <message>
        <source>Media packets arrive out of order: %1 of %2</source>
        <translation>媒体包乱序到达：%1 / %2</translation>
    </message>
    <message>
        <source>Two ways, or a switch that spreads packets, let later ones overtake. Receivers without a buffer show mosaic.</source>
        <translation>多条路径或分流的交换机使后发的包先到。没有缓冲的接收端会花屏。</translation>
    </message>
    <message>
        <source>Look for several ways between camera and receiver. Use TCP.</source>
        <translation>检查摄像机与接收端之间是否有多条路径。改用 TCP。</translation>
    </message>
    <message>
        <source>Media packets came twice: %1 of %2</source>
        <translation>媒体包重复：%1 / %2</translation>
    </message>
    <message>
        <source>Mostly the capture saw them at two places (&quot;any&quot; interface, mirror port of both directions). A network that doubles packets looks the same.</source>
        <translation>多半是抓包在两处看到了它们（any 网卡、双向镜像口）。会重复发包的网络看起来也一样。</translation>
    </message>
    <message>
        <source>Capture at one interface to tell which it is.</source>
        <translation>只在一个网卡上抓包以便区分。</translation>
    </message>
    <message>
        <source>Media packets arrive unevenly: mean jitter %1 ms, at most %2 ms</source>
        <translation>媒体包到达不均匀：平均抖动 %1 毫秒，最大 %2 毫秒</translation>
    </message>
    <message>
        <source>More than 50 ms, which GB/T 28181 allows. The way is loaded, or the device sends in bursts.</source>
        <translation>超过 GB/T 28181 允许的 50 毫秒。线路繁忙，或设备突发发送。</translation>
    </message>
    <message>
        <source>Look at the load of the way and of the device. Use constant bit rate.</source>
        <translation>检查线路和设备的负载。使用固定码率。</translation>
    </message>
    <message>
        <source>The RTP timestamp jumps (%1 times)</source>
        <translation>RTP 时间戳跳变（%1 次）</translation>
    </message>
    <message>
        <source>It steps by more than ten seconds while the packets come on. Players wait or skip.</source>
        <translation>包连续到达，而时间戳一步超过十秒。播放器会等待或跳过。</translation>
    </message>
    <message>
        <source>Let the device keep its time by NTP without jumps. Update the firmware.</source>
        <translation>让设备的校时不产生跳变。升级固件。</translation>
    </message>
    <message>
        <source>The RTP timestamp never changes (%1)</source>
        <translation>RTP 时间戳从不变化（%1）</translation>
    </message>
    <message>
        <source>Each picture should have another one. Receivers that go by it join all pictures into one; jitter cannot be measured.</source>
        <translation>每帧应有不同的时间戳。按时间戳分帧的接收端会把所有帧合成一帧；抖动无法测量。</translation>
    </message>
    <message>
        <source>Update the firmware, or let the receiver go by the marker and the PTS.</source>
        <translation>升级固件，或让接收端按标记位和 PTS 处理。</translation>
    </message>
    <message>
        <source>Packets of one picture have several RTP timestamps (%1 times)</source>
        <translation>同一帧的包有多个 RTP 时间戳（%1 次）</translation>
    </message>
    <message>
        <source>All packets of a picture should have the same one. Receivers that go by it cut pictures in pieces.</source>
        <translation>一帧的所有包应有相同的时间戳。按时间戳分帧的接收端会把帧切碎。</translation>
    </message>
    <message>
        <source>Update the firmware.</source>
        <translation>升级固件。</translation>
    </message>
    <message>
        <source>The RTP marker is never set</source>
        <translation>RTP 标记位从不置位</translation>
    </message>
    <message>
        <source>That is allowed. A receiver that waits for it to end a picture shows each picture late or never.</source>
        <translation>这是允许的。靠它判断帧结束的接收端会延迟或不显示图像。</translation>
    </message>
    <message>
        <source>Nothing, unless a receiver shows no picture: then let it go by the timestamp.</source>
        <translation>无需处理；若接收端无图像，让它按时间戳分帧。</translation>
    </message>
    <message>
        <source>What the RTP packets carry is no PS: %1</source>
        <translation>RTP 负载不是 PS：%1</translation>
    </message>
    <message>
        <source>GB/T 28181 wants a program stream of MPEG-2. Where nothing is named it is a format of the vendor&apos;s own or encrypted; the two look the same.</source>
        <translation>GB/T 28181 要求 MPEG-2 节目流。未列出格式时，是厂商私有格式或已加密，两者看起来一样。</translation>
    </message>
    <message>
        <source>Set the stream of the device to PS (GB/T 28181), and switch off its encryption of video.</source>
        <translation>把设备码流封装设为 PS（GB/T 28181），并关闭码流加密。</translation>
    </message>
    <message>
        <source>The sender breaks its PS: %1</source>
        <translation>发送端的 PS 有错误：%1</translation>
    </message>
    <message>
        <source>No packet is missing where that is, so it was sent so. Receivers show mosaic or stop.</source>
        <translation>该处没有丢包，因此发出时就是如此。接收端会花屏或停止。</translation>
    </message>
    <message>
        <source>Update the firmware. Send the exported session to the vendor.</source>
        <translation>升级固件。把导出的会话发给厂商。</translation>
    </message>
    <message>
        <source>The PS has no program stream map (PSM)</source>
        <translation>PS 没有节目流映射（PSM）</translation>
    </message>
    <message>
        <source>A receiver must find out the codec from the bytes. Some do not and show nothing.</source>
        <translation>接收端只能从字节内容判断编码，有些不判断就不显示。</translation>
    </message>
    <message>
        <source>Use a receiver that looks at the bytes. Update the firmware.</source>
        <translation>使用能按字节内容识别的接收端。升级固件。</translation>
    </message>
    <message>
        <source>Lengths inside the PSM do not add up (place %1)</source>
        <translation>PSM 内部长度对不上（位置 %1）</translation>
    </message>
    <message>
        <source>1: its own length, 2: program_stream_info_length, 3: elementary_stream_map_length, 4: elementary_stream_info_length. Strict receivers refuse the stream. Bytes: %2</source>
        <translation>1：自身长度，2：program_stream_info_length，3：elementary_stream_map_length，4：elementary_stream_info_length。严格的接收端会拒绝该流。字节：%2</translation>
    </message>
    <message>
        <source>Update the firmware (known of Tiandy). Else use a receiver that looks at the bytes.</source>
        <translation>升级固件（天地伟业有此现象）。否则使用能按字节内容识别的接收端。</translation>
    </message>
    <message>
        <source>The CRC of the PSM is wrong (should be %1)</source>
        <translation>PSM 的 CRC 错误（应为 %1）</translation>
    </message>
    <message>
        <source>Everything else in the map can be read. Receivers that check the CRC refuse it. Bytes: %2</source>
        <translation>映射的其他内容可以读取。校验 CRC 的接收端会拒绝。字节：%2</translation>
    </message>
    <message>
        <source>Update the firmware (known of Dahua). Most receivers take it.</source>
        <translation>升级固件（大华有此现象）。多数接收端可以接受。</translation>
    </message>
    <message>
        <source>The PSM came once only, at the start</source>
        <translation>PSM 只在开头出现一次</translation>
    </message>
    <message>
        <source>Usual is one with each key frame. Who joins later does not learn the codec from it.</source>
        <translation>通常每个关键帧都带一个。之后加入的接收端无法由它得知编码。</translation>
    </message>
    <message>
        <source>Nothing, unless receivers that join later show no picture.</source>
        <translation>无需处理；除非之后加入的接收端无图像。</translation>
    </message>
    <message>
        <source>The PSM says %1, and the video is %2</source>
        <translation>PSM 声明 %1，实际视频是 %2</translation>
    </message>
    <message>
        <source>A receiver that believes the map takes the wrong decoder and shows nothing.</source>
        <translation>相信映射的接收端会用错解码器而无图像。</translation>
    </message>
    <message>
        <source>Choose the codec in the device again and restart it. Update the firmware.</source>
        <translation>在设备上重新选择编码并重启。升级固件。</translation>
    </message>
    <message>
        <source>PS headers come in RTP packets of their own (%1 times)</source>
        <translation>PS 头单独占一个 RTP 包（%1 次）</translation>
    </message>
    <message>
        <source>Allowed, and old devices do it. Media servers that look at the first packet alone find no video and register no stream.</source>
        <translation>这是允许的，老设备如此。只看第一个包的流媒体服务器找不到视频，不注册流。</translation>
    </message>
    <message>
        <source>Update the media server.</source>
        <translation>升级流媒体服务器。</translation>
    </message>
    <message>
        <source>PES_packet_length wraps: pictures of more than 65,535 bytes are cut short (%1 times)</source>
        <translation>PES_packet_length 溢出：超过 65,535 字节的帧被截短（%1 次）</translation>
    </message>
    <message>
        <source>The length has 16 bits. Receivers that believe it lose the rest of large pictures, so the mosaic comes with each key frame.</source>
        <translation>该长度只有 16 位。相信它的接收端会丢掉大帧的其余部分，所以每到关键帧就花屏。</translation>
    </message>
    <message>
        <source>Lower the bit rate or the resolution, so that key frames stay below 64 KB. Update the firmware.</source>
        <translation>降低码率或分辨率，使关键帧小于 64 KB。升级固件。</translation>
    </message>
    <message>
        <source>PES packets have length 0 (%1 times)</source>
        <translation>PES 包长度为 0（%1 次）</translation>
    </message>
    <message>
        <source>That is allowed in TS only. Receivers that take it go on to the next start code; others drop the picture.</source>
        <translation>这只在 TS 中允许。能接受的接收端读到下一个起始码；其他的会丢弃该帧。</translation>
    </message>
    <message>
        <source>Video is stream %1 of the PS, and not E0</source>
        <translation>PS 中的视频流是 %1，而不是 E0</translation>
    </message>
    <message>
        <source>E0 to EF are allowed. A receiver that looks for E0 alone finds none.</source>
        <translation>E0 至 EF 都允许。只找 E0 的接收端会找不到。</translation>
    </message>
    <message>
        <source>Nothing, unless a receiver shows no picture.</source>
        <translation>无需处理；除非接收端无图像。</translation>
    </message>
    <message>
        <source>The PTS jumps by %2 s (%1 times)</source>
        <translation>PTS 跳变 %2 秒（%1 次）</translation>
    </message>
    <message>
        <source>No packet is missing there. Players wait for the time to come, or skip.</source>
        <translation>该处没有丢包。播放器会等待或跳过。</translation>
    </message>
    <message>
        <source>The PS has no video: none in %1 s</source>
        <translation>PS 中没有视频：%1 秒内没有</translation>
    </message>
    <message>
        <source>Its packets come and hold other streams or headers alone.</source>
        <translation>包在到达，但只有其他流或只有头。</translation>
    </message>
    <message>
        <source>Look whether the channel has a camera and whether video is switched on.</source>
        <translation>查看该通道是否接有摄像机、视频是否开启。</translation>
    </message>
    <message>
        <source>The video has no parameter sets (SPS, PPS): none in %1 s</source>
        <translation>视频没有参数集（SPS、PPS）：%1 秒内没有</translation>
    </message>
    <message>
        <source>Without them no decoder can begin.</source>
        <translation>没有它们，解码器无法开始。</translation>
    </message>
    <message>
        <source>Update the firmware. Choose the codec again.</source>
        <translation>升级固件。重新选择编码。</translation>
    </message>
    <message>
        <source>No key frame in %1 s (%2 pictures)</source>
        <translation>%1 秒内没有关键帧（%2 帧）</translation>
    </message>
    <message>
        <source>A decoder can begin with a key frame only. The group of pictures is very long or has no end.</source>
        <translation>解码器只能从关键帧开始。GOP 过长或没有尽头。</translation>
    </message>
    <message>
        <source>Set the I-frame interval in the camera to 1 to 2 s. Switch off &quot;smart&quot; coding.</source>
        <translation>把摄像机的 I 帧间隔设为 1 至 2 秒。关闭智能编码。</translation>
    </message>
    <message>
        <source>Key frames come only every %1 s</source>
        <translation>关键帧间隔达 %1 秒</translation>
    </message>
    <message>
        <source>Who joins in between, or loses a packet, sees nothing or mosaic until the next one.</source>
        <translation>中途加入或丢包后，要到下一个关键帧才恢复。</translation>
    </message>
    <message>
        <source>Audio was asked for, and none comes</source>
        <translation>要求了音频，但没有收到</translation>
    </message>
    <message>
        <source>The stream has video alone.</source>
        <translation>码流中只有视频。</translation>
    </message>
    <message>
        <source>Switch on the audio of this channel in the camera.</source>
        <translation>在摄像机上开启该通道的音频。</translation>
    </message>
    <message>
        <source>Audio begins only %1 s after video</source>
        <translation>音频比视频晚 %1 秒才开始</translation>
    </message>
    <message>
        <source>Players that decide at the start have taken the stream for one without audio.</source>
        <translation>播放器若在开头就做判断，会认为该流没有音频。</translation>
    </message>
    <message>
        <source>Raise the time that the player looks for streams. Update the firmware.</source>
        <translation>延长播放器探测流的时间。升级固件。</translation>
    </message>
    <message>
        <source>Audio comes, and is silence all the time (%1 s)</source>
        <translation>有音频，但一直是静音（%1 秒）</translation>
    </message>
    <message>
        <source>All its samples are zero: no microphone, or it is switched off.</source>
        <translation>所有采样都为零：没有麦克风，或已关闭。</translation>
    </message>
    <message>
        <source>Look at the microphone and the input volume of the camera.</source>
        <translation>查看摄像机的麦克风和输入音量。</translation>
    </message>
    <message>
        <source>The audio has a stream type that GB/T 28181 does not know (%1)</source>
        <translation>音频的流类型不在 GB/T 28181 之中（%1）</translation>
    </message>
    <message>
        <source>Receivers do not know its codec and play video alone.</source>
        <translation>接收端不知道其编码，只播放视频。</translation>
    </message>
    <message>
        <source>Set the audio of the camera to G.711A.</source>
        <translation>把摄像机的音频设为 G.711A。</translation>
    </message>
    <message>
        <source>The PSM says %1, and the audio is %2</source>
        <translation>PSM 声明 %1，实际音频是 %2</translation>
    </message>
    <message>
        <source>A receiver that believes the map plays noise or nothing.</source>
        <translation>相信映射的接收端会播放噪声或无声。</translation>
    </message>
    <message>
        <source>Set the audio of the camera to G.711A, and restart it.</source>
        <translation>把摄像机的音频设为 G.711A 并重启。</translation>
    </message>
    <message>
        <source>PS is sent where raw audio was agreed (%1)</source>
        <translation>约定的是裸音频（%1），发来的却是 PS</translation>
    </message>
    <message>
        <source>In broadcast and talk the device wants G.711 without PS. It plays noise or nothing.</source>
        <translation>广播和对讲时设备要的是不带 PS 的 G.711。它会播放噪声或无声。</translation>
    </message>
    <message>
        <source>Let the platform send raw G.711A for voice.</source>
        <translation>让平台以裸 G.711A 发送语音。</translation>
    </message>
    <message>
        <source>The device hung up after %1 s, and RTCP did not reach it for %3 s</source>
        <translation>设备在 %1 秒后挂断，且已有 %3 秒没有收到 RTCP</translation>
    </message>
    <message>
        <source>Some devices end a stream over UDP when no RTCP of the receiver comes (%2 came). It may have had another reason.</source>
        <translation>有些设备在 UDP 下收不到接收端的 RTCP 就结束码流（共 %2 个）。也可能另有原因。</translation>
    </message>
    <message>
        <source>Let the media server send RTCP, and open its port (RTP port + 1). Or use TCP.</source>
        <translation>让流媒体服务器发送 RTCP 并开放其端口（RTP 端口 + 1）。或改用 TCP。</translation>
    </message>
    <message>
        <source>The device hung up after %1 s</source>
        <translation>设备在 %1 秒后挂断</translation>
    </message>
    <message>
        <source>It sent BYE itself. The packets do not tell why.</source>
        <translation>是设备自己发送了 BYE，从包中看不出原因。</translation>
    </message>
    <message>
        <source>Look at the log of the device, and whether it allows so many plays at once.</source>
        <translation>查看设备日志，以及是否超过它允许的并发数。</translation>
    </message>
    <message>
        <source>The media stopped for %1 s without BYE</source>
        <translation>媒体流中断 %1 秒，没有 BYE</translation>
    </message>
    <message>
        <source>No packet came. The device stands still, or the way is closed (NAT, firewall).</source>
        <translation>没有任何包。设备停顿，或途中被阻断（NAT、防火墙）。</translation>
    </message>
    <message>
        <source>Use TCP for media. Look at power and network of the camera at that time.</source>
        <translation>媒体改用 TCP。查看摄像机当时的电源和网络。</translation>
    </message>
    <message>
        <source>The device accepted PAUSE and goes on sending (%1 s)</source>
        <translation>设备接受了 PAUSE，却继续发送（%1 秒）</translation>
    </message>
    <message>
        <source>It says 200 to the INFO and does nothing.</source>
        <translation>它对 INFO 回 200，但没有执行。</translation>
    </message>
    <message>
        <source>The device accepted speed %1 and goes on at %2</source>
        <translation>设备接受了倍速 %1，实际仍为 %2</translation>
    </message>
    <message>
        <source>It says 200 to the INFO, and the PTS goes on as before.</source>
        <translation>它对 INFO 回 200，但 PTS 与之前一样。</translation>
    </message>
    <message>
        <source>The recording stopped %1 s ago, and no end was told</source>
        <translation>录像在 %1 秒前停止，设备没有通知结束</translation>
    </message>
    <message>
        <source>Neither MediaStatus 121 nor BYE came from the device. A stream that was cut off looks the same.</source>
        <translation>设备既没有发送 MediaStatus 121，也没有 BYE。中途断流看起来也一样。</translation>
    </message>
    <message>
        <source>Let the platform end it by the time of the last PTS. Update the firmware.</source>
        <translation>让平台按最后的 PTS 结束。升级固件。</translation>
    </message>
    <message>
        <source>It refuses “%1”: %2 %3</source>
        <translation>拒绝“%1”：%2 %3</translation>
    </message>
    <message>
        <source>The status and its reason are all that the device tells.</source>
        <translation>设备给出的只有状态码和原因短语。</translation>
    </message>
    <message>
        <source>Look whether this ID is the right one to ask, a channel or the device, and whether the device has what is asked for.</source>
        <translation>核对查询所用的编码是否正确（通道还是设备），以及设备是否具备所查询的内容。</translation>
    </message>
    <message>
        <source>The server took a heartbeat of it just before, and knows it no more. It restarted and lost its registrations, somebody deleted or barred the device there, or it ends registrations by another measure than heartbeats, such as a faulty interval in its settings.</source>
        <translation>服务器刚刚还接受了它的心跳，现在却不认识它了：服务器重启后丢失了注册信息，有人在平台上删除或禁用了该设备，或者服务器不按心跳而按别的标准结束注册（例如设置里的周期有误）。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time, and whether other devices are refused since then: that points at a restart. Restart the camera, so that it registers. If it happens again, look at interval and count of this device on the platform.</source>
        <translation>查看服务器当时的日志，并看其他设备是否也从那时起被拒绝：若是，多半是服务器重启。重启摄像机，让它重新注册。若再次发生，检查平台上该设备的心跳周期和超时次数。</translation>
    </message>
    <message>
        <source>Its clock is off by %1</source>
        <translation>设备时钟偏差 %1</translation>
    </message>
    <message>
        <source>The status and what its body says are all that the device tells.</source>
        <translation>设备给出的只有状态码和应答正文里的说明。</translation>
    </message>
    <message>
        <source>Try another channel of the device, the sub-stream, and another transport for media: what works tells what it does not like.</source>
        <translation>换该设备的另一通道、子码流和另一种媒体传输方式试试：哪种可行，就能看出它不接受什么。</translation>
    </message>
    <message>
        <source>No ACK is in this record. The platform sent none, or it took a way that was not captured: it goes where Contact and Record-Route of the 200 say, which need not be where the 200 came from.</source>
        <translation>记录中没有 ACK。要么平台没有发送，要么 ACK 走了没有抓包的路径：它发往 200 的 Contact 和 Record-Route 所指的地址，不一定是 200 的来源地址。</translation>
    </message>
    <message>
        <source>Compare Contact of the 200 with the address that it came from. If they are the same, the platform sent none: look in its log whether it took the 200. If not, let it send the ACK to where the 200 came from.</source>
        <translation>比较 200 的 Contact 与其来源地址。若相同，则是平台没有发送 ACK：查看平台日志，看它是否收下了 200。若不同，让平台把 ACK 发往 200 的来源地址。</translation>
    </message>
    <message>
        <source>This capture has no answer at all (requests without one: %2)</source>
        <translation>此抓包中没有任何应答（无应答的请求：%2 个）</translation>
    </message>
    <message>
        <source>Either one direction alone passes where it was captured, by a mirror port or a filter, or nobody answers and those who ask do not ask again. The capture does not tell which, so it proves nothing against the devices.</source>
        <translation>要么抓包处只有单向流量（镜像口或过滤条件所致），要么没有人应答，而请求方又不重发。抓包本身无法区分，因此不能说明设备有问题。</translation>
    </message>
    <message>
        <source>Capture both directions: a mirror port of both, and a filter such as &quot;port 5060&quot; instead of &quot;dst port 5060&quot;, best at the server itself. If both are in it, see whether the server runs and listens there.</source>
        <translation>请抓双向流量：镜像口要包含收发两个方向，过滤条件用“port 5060”而不是“dst port 5060”，最好直接在服务器上抓。若双向都已抓到，检查服务器是否在运行并监听该地址。</translation>
    </message>
    <message>
        <source>The server sends it to another one: %1 %2</source>
        <translation>服务器让它改向另一台服务器注册：%1 %2</translation>
    </message>
    <message>
        <source>Contact of the answer names the server that the device is to register with. GB/T 28181-2022 has that for 302; older firmware does not know it, and asks here again and again.</source>
        <translation>应答的 Contact 指明设备应向哪台服务器注册。GB/T 28181-2022 用 302 表示重定向；旧固件不认识，会反复在这里注册。</translation>
    </message>
    <message>
        <source>Look whether the device registers at the address in Contact of the answer. If it does not, type that address on its platform access page.</source>
        <translation>查看设备是否已向应答 Contact 中的地址注册。若没有，在设备“平台接入”页面填入该地址。</translation>
    </message>
    <message>
        <source>The device asks for a shorter registration than the server allows; Min-Expires of the answer says how long it has to be.</source>
        <translation>设备请求的注册有效期短于服务器允许的最小值；应答的 Min-Expires 给出了下限。</translation>
    </message>
    <message>
        <source>Raise the registration validity in the camera to Min-Expires or more (GB/T 28181: 3600 s at least, usually 86400 s).</source>
        <translation>把摄像机的注册有效期设为不小于 Min-Expires（GB/T 28181 至少 3600 s，通常 86400 s）。</translation>
    </message>
    <message>
        <source>What listens there takes no REGISTER: it is another program, or another part of the platform.</source>
        <translation>在那里监听的程序不接受 REGISTER：它是别的程序，或是平台的另一个部分。</translation>
    </message>
    <message>
        <source>Compare address and port in the camera with those of the platform&apos;s SIP service.</source>
        <translation>核对摄像机里的地址和端口与平台 SIP 服务的地址和端口。</translation>
    </message>
    <message>
        <source>The answer speaks of trouble of the server&apos;s own: a fault in it, too much load, or a part of it that does not answer. The device is not to blame.</source>
        <translation>应答说明是服务器自身的问题：内部故障、负载过高，或其某个部分没有响应。与设备无关。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time. Retry-After of the answer says when to try again, if it has one.</source>
        <translation>查看服务器当时的日志。应答若带 Retry-After，则按其时间重试。</translation>
    </message>
    <message>
        <source>The status speaks of the offer, and nothing was found wrong with this one: the device does not support something in it, such as the transport of the media, a format or a codec.</source>
        <translation>该状态码针对 SDP 内容，而这份 SDP 未发现错误：其中有设备不支持的东西，例如媒体传输方式、封装格式或编码。</translation>
    </message>
    <message>
        <source>Try another transport for the media (UDP, TCP) and the other stream. Compare the INVITE with one that this device takes from another platform.</source>
        <translation>换一种媒体传输方式（UDP、TCP）和另一路码流试试。与该设备能接受的其他平台的 INVITE 对比。</translation>
    </message>
    <message>
        <source>The device understood the call and does not allow it: the channel is not released to this platform, or a privacy setting is on.</source>
        <translation>设备理解这次点播，但不允许：该通道没有共享给此平台，或开启了隐私设置。</translation>
    </message>
    <message>
        <source>Look in the device whether this channel is released to the platform, and at privacy and user rights.</source>
        <translation>在设备上检查该通道是否已共享给此平台，以及隐私设置和用户权限。</translation>
    </message>
    <message>
        <source>The device has no channel with the ID that the INVITE names.</source>
        <translation>设备中没有 INVITE 所指编码的通道。</translation>
    </message>
    <message>
        <source>Compare the channel ID on the platform with the one on the device&apos;s platform access page and in its catalog, and synchronise the channels again.</source>
        <translation>核对平台上的通道编码与设备“平台接入”页面及其目录中的通道编码，然后重新同步通道。</translation>
    </message>
    <message>
        <source>The device is there, and what stands behind it is not: the camera of this channel is off, offline in the recorder, or does not answer it in time.</source>
        <translation>设备在线，但它后面的不在：该通道的摄像机已关机，在录像机里离线，或没有及时响应录像机。</translation>
    </message>
    <message>
        <source>Look in the recorder or the lower platform whether this channel has a picture.</source>
        <translation>在录像机或下级平台上看该通道是否有画面。</translation>
    </message>
    <message>
        <source>End another viewer, and look for calls without a BYE. Try the sub-stream.</source>
        <translation>结束其他点播，查找没有 BYE 的会话。试试子码流。</translation>
    </message>
    <message>
        <source>The device takes the INVITE for one inside a call that it does not know: it has a To tag, or the device lost the call in a restart.</source>
        <translation>设备把这个 INVITE 当作一个它不认识的会话内的请求：INVITE 带有 To tag，或设备重启后丢失了该会话。</translation>
    </message>
    <message>
        <source>Let the platform begin a new call: new Call-ID, no To tag.</source>
        <translation>让平台发起新的会话：新的 Call-ID，不带 To tag。</translation>
    </message>
    <message>
        <source>487 answers an INVITE that was cancelled, and no CANCEL is in this record. Some firmware sends it when it cannot begin the stream, or does not like the type of the ID.</source>
        <translation>487 是对已取消的 INVITE 的应答，而记录中没有 CANCEL。有些固件在无法启动码流或不接受编码类型时也发送 487。</translation>
    </message>
    <message>
        <source>Look at the log of the device at that time, and at digits 11 to 13 of the channel ID (131 or 132).</source>
        <translation>查看设备当时的日志，并核对通道编码的第 11–13 位（131 或 132）。</translation>
    </message>
    <message>
        <source>5xx speaks of the device&apos;s own trouble: too many streams, a channel that cannot start, a fault in the firmware.</source>
        <translation>5xx 说明是设备自身的问题：码流过多、通道无法启动，或固件缺陷。</translation>
    </message>
    <message>
        <source>End other viewers and try again; try the sub-stream; restart the device. If it stays so, update the firmware.</source>
        <translation>结束其他点播后重试；试试子码流；重启设备。若仍如此，升级固件。</translation>
    </message>
    <message>
        <source>The device sends the call elsewhere: Contact of its answer says where. GB/T 28181 has no redirection of calls, and platforms seldom follow one.</source>
        <translation>设备让点播转到别处：其应答的 Contact 给出了地址。GB/T 28181 没有点播的重定向，平台很少会照做。</translation>
    </message>
    <message>
        <source>Look at Contact of the answer. Ask the device there, or look why it does not serve the channel itself.</source>
        <translation>查看应答的 Contact。向那里的设备点播，或查明它为何不自己提供该通道。</translation>
    </message>
    <message>
        <source>The device does not know the ID that the message names, or takes no messages for it.</source>
        <translation>设备不认识消息所指的编码，或不接受发给该编码的消息。</translation>
    </message>
    <message>
        <source>Compare the ID that was asked about with the device ID and channel IDs in the device.</source>
        <translation>核对查询所用的编码与设备里的设备编码和通道编码。</translation>
    </message>
    <message>
        <source>The status speaks of the message: its body cannot be read, its Content-Type or character set is not taken, or it is too large.</source>
        <translation>该状态码针对消息本身：正文无法读取，Content-Type 或字符集不被接受，或消息过大。</translation>
    </message>
    <message>
        <source>Compare the message with one that the device takes. If it is as the standard wants it, update the firmware.</source>
        <translation>与设备能接受的消息对比。若消息符合标准，则升级固件。</translation>
    </message>
    <message>
        <source>The device does not support this method or this event.</source>
        <translation>设备不支持该方法或该事件。</translation>
    </message>
    <message>
        <source>Look which edition of GB/T 28181 the device has; update the firmware.</source>
        <translation>查看设备支持哪一版 GB/T 28181；升级固件。</translation>
    </message>
    <message>
        <source>The device understood it and does not allow it: the platform has no right to it there, or it comes from another platform than the device is registered with.</source>
        <translation>设备理解该消息，但不允许：平台在设备上没有相应权限，或消息来自设备所注册平台以外的平台。</translation>
    </message>
    <message>
        <source>Look in the device at the rights of the platform, and whether the message names the server ID that is set in the device.</source>
        <translation>在设备上检查平台的权限，以及消息中的服务器编码是否与设备里设置的一致。</translation>
    </message>
    <message>
        <source>The status speaks of the device&apos;s own trouble: it is busy, or has a fault.</source>
        <translation>该状态码说明是设备自身的问题：设备忙，或有故障。</translation>
    </message>
    <message>
        <source>Ask again later; restart the device. If it stays so, update the firmware.</source>
        <translation>稍后再查询；重启设备。若仍如此，升级固件。</translation>
    </message>
    <message>
        <source>The challenge wants %2, and most devices know only MD5: GB/T 28181-2016 has nothing else. Or no password is set in the camera.</source>
        <translation>质询要求 %2，而多数设备只支持 MD5：GB/T 28181-2016 只有 MD5。也可能是摄像机没有设置密码。</translation>
    </message>
    <message>
        <source>Let the server challenge with MD5. If the device announces GB/T 28181-2022, look whether its firmware knows %2, and type the password once more on its platform access page.</source>
        <translation>让服务器用 MD5 质询。若设备声明支持 GB/T 28181-2022，查看其固件是否支持 %2，并在“平台接入”页面重新输入密码。</translation>
    </message>
    <message>
        <source>An ACK was sent, and the device goes on as if it had none: it was lost on the way, went to another address, or does not belong to this call (tag, Call-ID or CSeq).</source>
        <translation>ACK 已发送，设备却像没有收到：ACK 在途中丢失，发往了别的地址，或不属于该会话（tag、Call-ID 或 CSeq 不符）。</translation>
    </message>
    <message>
        <source>Compare the ACK with the 200: To tag, Call-ID and CSeq have to be its own, and it has to go where Contact says. Behind NAT send it to where the 200 came from.</source>
        <translation>把 ACK 与 200 对比：To tag、Call-ID 和 CSeq 必须一致，并且要发往 Contact 所指的地址。若在 NAT 后面，则发往 200 的来源地址。</translation>
    </message>
    <message>
        <source>The channel serves as many viewers as it can, or an earlier call is still open in it.</source>
        <translation>该通道的并发点播已达上限，或之前的会话还没有结束。</translation>
    </message>
    <message>
        <source>Its requests go to %1, and the answers come from %2</source>
        <translation>设备的请求发往 %1，应答却来自 %2</translation>
    </message>
    <message>
        <source>It asks again although it was answered. A device takes an answer only from where it asked, and a NAT router lets no other one in. The server has several addresses and answers from the wrong one, or something between rewrites one direction alone.</source>
        <translation>已有应答，设备仍在重发。设备只接受来自所请求地址的应答，NAT 路由器也不会放行别处来的应答。服务器有多个地址，并从错误的地址应答，或者中间设备只改写了一个方向的地址。</translation>
    </message>
    <message>
        <source>On the server: bind SIP to the address that the devices use (two network cards, a cluster address, Docker). Or type the address that answers in the camera as its SIP server.</source>
        <translation>在服务器上：把 SIP 绑定到设备所用的地址（双网卡、集群地址、Docker）。或者在摄像机里把应答来源地址填为 SIP 服务器地址。</translation>
    </message>
    <message>
        <source>The answer stands in the record ahead of the repeat, so it was lost between the place of the capture and the device.</source>
        <translation>记录中应答出现在重发之前，因此它是在抓包处与设备之间丢失的。</translation>
    </message>
    <message>
        <source>Once in a while is nothing. Often: look at what lies between: cable, switch port, wireless link, NAT or a firewall that lets no answer in.</source>
        <translation>偶尔一次无妨。若频繁发生，检查两者之间：网线、交换机端口、无线链路，以及不放行应答的 NAT 或防火墙。</translation>
    </message>
    <message>
        <source>It had to repeat a heartbeat (sent %1 times in all): the answer came only after %2 s</source>
        <translation>心跳被重发（共发送 %1 次）：应答 %2 s 后才到</translation>
    </message>
    <message>
        <source>The server answers late: too much load, or something that it waits for itself.</source>
        <translation>服务器应答太慢：负载过高，或它自己在等待别的东西。</translation>
    </message>
    <message>
        <source>Look at the load and in the log of the server at that time.</source>
        <translation>查看服务器当时的负载和日志。</translation>
    </message>
    <message>
        <source>Lower the bit rate of the stream, and look at the bandwidth between camera and receiver.</source>
        <translation>降低码流的码率，并检查摄像机与接收端之间的带宽。</translation>
    </message>
    <message>
        <source>It registers with %1, and sends its heartbeats to %2</source>
        <translation>设备向 %1 注册，却把心跳发往 %2</translation>
    </message>
    <message>
        <source>Type the address of the SIP server on the camera&apos;s platform access page once more, save, and restart the camera. If it stays so, update the firmware.</source>
        <translation>在摄像机“平台接入”页面重新填写 SIP 服务器地址，保存后重启摄像机。若仍如此，升级固件。</translation>
    </message>
    <message>
        <source>So many at once have one cause: the server restarted and lost its registrations, or its list of devices was emptied. The devices are not to blame.</source>
        <translation>同时这么多台，原因只有一个：服务器重启后丢失了注册信息，或其设备列表被清空。与设备无关。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time. The devices come back when they register again: at the end of their validity, or when they are restarted. A short validity (such as 600 s) brings them back sooner.</source>
        <translation>查看服务器当时的日志。设备重新注册后即可恢复：注册有效期到期时，或重启设备时。较短的有效期（如 600 s）能让它们更快恢复。</translation>
    </message>
    <message>
        <source>The nonce in its answer is not the one of the last challenge: the firmware keeps an old one. Whether its password is right does not show by that.</source>
        <translation>它应答时用的 nonce 不是最近一次质询的 nonce：固件一直使用旧的。密码是否正确，由此看不出来。</translation>
    </message>
    <message>
        <source>%1 refuses the heartbeats of %2 devices that it took just before</source>
        <translation>%1 拒绝了 %2 台设备的心跳，而此前刚刚还接受</translation>
    </message>
    <message>
        <source>A heartbeat or its answer was lost on the way, or the answer came late.</source>
        <translation>心跳或其应答在途中丢失，或应答来得太晚。</translation>
    </message>
    <message>
        <source>The sender left media packets out: %1 of %2 (%3 %)</source>
        <translation>发送方漏发了媒体包：%2 个中缺 %1 个（%3 %）</translation>
    </message>
    <message>
        <source>Nobody answers them there, and the server that it registered with has to call it offline if it gets none. An old server address was left in one of its settings, or only a part of them was moved to another server.</source>
        <translation>那里无人应答；设备注册的服务器若收不到心跳，只能判其离线。设备某项设置里还留着旧的服务器地址，或只改了一部分设置就换了服务器。</translation>
    </message>
    <message>
        <source>It has answers without their requests, credentials for a challenge that is not in it, or requests over UDP that got no answer and were not sent again by a sender that otherwise does so: the answer was there and was not captured. No device is to blame for what is missing here.</source>
        <translation>记录里有应答却没有对应的请求，有认证信息却没有对应的质询，或有 UDP 请求既无应答、平时会重发的发送方也没有重发：应答其实到了，只是没有抓到。此处缺失的内容不能归咎于任何设备。</translation>
    </message>
    <message>
        <source>Over TCP nothing is lost on the way. The way is slower than the bit rate and the sender&apos;s buffer was full, it skips pictures, or it passes on a stream that had lost them before, such as one of a camera behind a recorder.</source>
        <translation>TCP 在途中不会丢包。可能是链路比码率慢，发送方缓冲区已满；可能是发送方跳帧；也可能是它转发的码流此前就已丢包，例如录像机后面摄像机的码流。</translation>
    </message>
    <message>
        <source>%1 ends the TCP connection (%2) instead of an answer to: %3</source>
        <translation>%1 没有应答，而是断开了 TCP 连接（%2），请求：%3</translation>
    </message>
    <message>
        <source>What was asked is in the record, and behind it the connection ends. The program there closes connections that it does not know, or that are idle for too long; it crashed or restarted; or a firewall or NAT between has forgotten the connection and ends it in the server&apos;s name.</source>
        <translation>记录里有这个请求，随后连接就断开了。可能是那边的程序关闭了不认识的连接或空闲太久的连接，可能是它崩溃或重启了，也可能是中间的防火墙或 NAT 已丢失该连接的状态，以服务器的名义断开了它。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time. Let servers, firewalls and NAT keep idle TCP connections longer than the heartbeat interval. Or set the transport protocol in the camera to UDP.</source>
        <translation>查看服务器当时的日志。把服务器、防火墙和 NAT 的 TCP 空闲超时设得比心跳间隔长，或在摄像机里把传输协议改为 UDP。</translation>
    </message>
    <message>
        <source>It ends the TCP connection (%2) instead of an answer to: %3</source>
        <translation>设备没有应答，而是断开了 TCP 连接（%2），请求：%3</translation>
    </message>
    <message>
        <source>What the platform asked is in the record, and behind it the connection ends from the device&apos;s side: it does not understand the request, it crashed or restarted, or a firewall or NAT between has forgotten the connection and ends it in the device&apos;s name.</source>
        <translation>记录里有平台的请求，随后连接从设备一侧断开：可能是设备不懂这个请求，可能是它崩溃或重启了，也可能是中间的防火墙或 NAT 已丢失该连接的状态，以设备的名义断开了它。</translation>
    </message>
    <message>
        <source>See whether it comes each time with this request, and with others not: then it is the firmware. If it comes after long pauses: look at firewalls and NAT between.</source>
        <translation>看是否每次都在这个请求后出现，而其他请求不会：若是，则是固件问题。若总在长时间空闲之后出现：检查中间的防火墙和 NAT。</translation>
    </message>
    <message>
        <source>It restarted %1 times in %2 min, and comes back before it is called offline</source>
        <translation>%2 分钟内重启了 %1 次，每次都在被判离线之前恢复</translation>
    </message>
    <message>
        <source>Its numbers (SN) begin again, with a new registration each time: the power supply is weak, or the firmware crashes. Each time its pictures stop, and subscriptions are lost.</source>
        <translation>它的序号（SN）每次都从头开始，并重新注册：供电不足，或固件崩溃。每次都会中断图像，并丢失订阅。</translation>
    </message>
    <message>
        <source>Ask who has changed a password or the server&apos;s list of devices since then. Retype the password on the camera&apos;s platform access page. Enter the passwords used on this site under Known passwords, and gbscope says which one the camera has.</source>
        <translation>问清此后谁改过密码或服务器的设备列表。在摄像机的平台接入页面重新输入密码。在“已知密码”里填入本站点用过的密码，gbscope 就能说出摄像机用的是哪一个。</translation>
    </message>
    <message>
        <source>Look on the server whether it is registered, and since when. If it is not: raise the registration validity in the camera (86400 s), restart it, and see whether it refreshes in time.</source>
        <translation>在服务器上查看它是否已注册、从何时起注册。若没有：把摄像机里的注册有效期调大（86400 秒），重启它，看是否按时刷新。</translation>
    </message>
    <message>
        <source>The device takes the call and refuses its media: port 0 in the m= line of its 200</source>
        <translation>设备接受了呼叫却拒绝了媒体：其 200 的 m= 行中端口为 0</translation>
    </message>
    <message>
        <source>By RFC 3264 port 0 refuses a stream, so nothing is sent. It does not take something in the offer (UDP or TCP, payload types), or has no free stream of this channel.</source>
        <translation>按 RFC 3264，端口 0 表示拒绝该路流，因此什么也不会发送。设备不接受 offer 中的某项（UDP 或 TCP、负载类型），或该通道已没有空闲的码流。</translation>
    </message>
    <message>
        <source>Compare the INVITE with one that this device takes: transport, payload types, channel. Look in the device how many plays it allows at once.</source>
        <translation>与该设备能接受的 INVITE 对比：传输方式、负载类型、通道。在设备中查看它允许同时点播多少路。</translation>
    </message>
    <message>
        <source>The device has no recording to send: it told the end of the file at once</source>
        <translation>设备没有可发送的录像：它立即通知文件已结束</translation>
    </message>
    <message>
        <source>MediaStatus 121 came right behind its answer, and not one packet of media. It has no recording of the time that was asked for, or cannot read it.</source>
        <translation>应答之后立即收到 MediaStatus 121，而没有一个媒体包。设备没有所请求时间段的录像，或无法读取它。</translation>
    </message>
    <message>
        <source>Ask it for the recordings of that time (RecordInfo). Look at its recording schedule, its clock and its disk.</source>
        <translation>向设备查询该时间段的录像（RecordInfo）。检查它的录像计划、时钟和硬盘。</translation>
    </message>
    <message>
        <source>It repeated its 200 until then: no ACK reached it, and by RFC 3261 13.3.1.4 it ends such a call with BYE.</source>
        <translation>在此之前它一直重发 200：没有 ACK 到达设备，按 RFC 3261 13.3.1.4，它用 BYE 结束这样的呼叫。</translation>
    </message>
    <message>
        <source>Look at the ACK: whether it is sent, and where to.</source>
        <translation>检查 ACK：是否发送了，发往哪里。</translation>
    </message>
    <message>
        <source>Its packets were sent back until then: nobody listened at the receiver&apos;s port.</source>
        <translation>在此之前它的包一直被退回：接收端的端口上没有程序监听。</translation>
    </message>
    <message>
        <source>The receiver had closed the TCP connection of the media just before.</source>
        <translation>就在此之前，接收端关闭了媒体的 TCP 连接。</translation>
    </message>
    <message>
        <source>It was last accepted at %3; since then its digest has been refused. A password was changed at one end and not at the other, or the server has locked the device or taken it from its list. Whether it is the password is not known: nothing was compared with it yet.</source>
        <translation>最后一次被接受是在 %3，此后它的摘要一直被拒绝。可能是一端改了密码而另一端没有改，也可能是服务器锁定了该设备或把它从列表中删除。是否为密码问题尚不确定：还没有密码可供比较。</translation>
    </message>
    <message>
        <source>There has been no refresh in this record since then, and yet the server takes its heartbeats: it did not refresh and the server does not object, or the refresh was not captured.</source>
        <translation>此后记录里没有刷新注册，而服务器仍接受它的心跳：可能它没有刷新而服务器不在意，也可能刷新没有被抓到。</translation>
    </message>
    <message>
        <source>The Content-Length of its messages is larger than their bodies</source>
        <translation>它的消息的 Content-Length 大于实际消息体</translation>
    </message>
    <message>
        <source>The XML is there to its last tag, and yet bytes are announced that never came. Over TCP the server has to wait for them, so it cannot read the message.</source>
        <translation>XML 已完整到最后一个标签，却还声明了从未到达的字节。在 TCP 上服务器必须等待这些字节，因此无法读取这条消息。</translation>
    </message>
    <message>
        <source>Update the firmware; until then set the transport protocol to UDP.</source>
        <translation>升级固件；在此之前先把“传输协议”改为 UDP。</translation>
    </message>
    <message>
        <source>It went to %3, which is where its own messages come from, and it was heard from there behind it: neither the address nor NAT is to blame. For the platform the call is over; the device may go on sending media for it, and count it among its viewers.</source>
        <translation>请求发往 %3，即它自己的消息的来源地址，此后又从那里收到过它的消息：与地址和 NAT 无关。对平台来说这次点播已经结束；设备可能仍在为它发送媒体流，并把它算作一路观看。</translation>
    </message>
    <message>
        <source>See whether its media go on. If they do, restart the device, and update the firmware.</source>
        <translation>看它的媒体流是否仍在继续。如果是，重启设备，并升级固件。</translation>
    </message>
    <message>
        <source>A large datagram is sent in fragments. Those of other datagrams are in this capture, so no filter drops them: a fragment was lost on the way, or the capture missed it. Where such a message was answered all of it had arrived; where it was sent again it had not.</source>
        <translation>大的数据报会分片发送。其他数据报的分片都在这个抓包里，所以不是抓包过滤丢掉的：某个分片在途中丢失，或抓包漏掉了它。这样的消息若得到应答，说明已全部到达；若被重发，说明没有。</translation>
    </message>
    <message>
        <source>If such messages are sent again, set the transport protocol of the device to TCP, or fewer channels a message. Else capture with a larger buffer (tcpdump -B 8192 -s 0).</source>
        <translation>如果这样的消息被重发，把设备的“传输协议”改为 TCP，或减少每条消息的通道数。否则用更大的缓冲区抓包（tcpdump -B 8192 -s 0）。</translation>
    </message>
    <message>
        <source>%1 answered no heartbeats at all, of %2 devices</source>
        <translation>%1 对 %2 台设备的心跳全部没有应答</translation>
    </message>
    <message>
        <source>So many at once have one cause: the server was gone or hung, or the way to it was cut. It is one event, and no device is to blame.</source>
        <translation>这么多设备同时如此，原因只有一个：服务器停机或卡死，或到它的路径中断。这是一次事件，不是设备的问题。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time, and at its own network.</source>
        <translation>查看服务器当时的日志，并检查服务器自身的网络。</translation>
    </message>
    <message>
        <source>They went to %3, and nothing shows that they arrived: the device may be gone, its NAT mapping may have been closed while they were sent, it may not listen at that port or over that transport, or something between does not let them through.</source>
        <translation>请求发往 %3，没有迹象表明已到达：设备可能已不在，发送期间 NAT 映射可能已失效，设备可能没有在该端口或以该传输协议监听，或者中间有什么没有放行。</translation>
    </message>
    <message>
        <source>On the platform: send requests to where the last message of the device came from (rport, RFC 3581), not to Contact, and not to where it was before. Else set the outer address in the device, if it has a setting for that, or use TCP.</source>
        <translation>在平台上：请求应发往设备最近一条消息的来源地址（rport，RFC 3581），而不是 Contact，也不是它以前的地址。否则在设备中设置外网地址（若有该设置），或改用 TCP。</translation>
    </message>
    <message>
        <source>The query went to %1, and nothing shows that it arrived: the device may be gone or have another address by now, its NAT mapping may have been closed while it was sent, the device may not listen at that port or over that transport, or something between does not let the query through.</source>
        <translation>查询发往 %1，没有迹象表明已到达：设备可能已不在，或已换了地址，发送期间 NAT 映射可能已失效，设备可能没有在该端口或以该传输协议监听，或者中间有什么没有放行查询。</translation>
    </message>
    <message>
        <source>The INVITE went to %1, and nothing shows that it arrived: the device may be gone or have another address by now, its NAT mapping may have been closed while it was sent, the device may not listen at that port or over that transport, or something between does not let it through.</source>
        <translation>INVITE 发往 %1，没有迹象表明已到达：设备可能已不在，或已换了地址，发送期间 NAT 映射可能已失效，设备可能没有在该端口或以该传输协议监听，或者中间有什么没有放行。</translation>
    </message>
    <message>
        <source>By this record the server knew it: it took its REGISTER, or its heartbeats. It forgot it, as by a restart, called it offline, because no heartbeat arrived for a time or by another measure, or somebody barred it there (%1). It has to register again then.</source>
        <translation>从记录看，平台原本认得它：接受过它的 REGISTER 或心跳。平台忘记了它（如重启后），或因一段时间没有收到心跳、或按其他标准判为离线，或有人在平台上禁止了它（%1）。这时它必须重新注册。</translation>
    </message>
    <message>
        <source>Look in the log of the server at that time. Restart the camera, so that it registers; see whether the server lets it in.</source>
        <translation>查看平台当时的日志。重启摄像机使其重新注册，并看平台是否允许接入。</translation>
    </message>
    <message>
        <source>It is not registered with the server any more, was never, or is barred there (%1). Which of these is so this capture does not show: it has no registration of this device. It has to register again then.</source>
        <translation>它在平台上已不再注册、从未注册，或被禁止（%1）。是哪一种，从本抓包看不出：其中没有该设备的注册。这时它必须重新注册。</translation>
    </message>
    <message>
        <source>See on the server whether it is in the list and since when it is not registered. Restart the camera, so that it registers; see whether the server lets it in.</source>
        <translation>在平台上查看它是否在设备列表中，以及从何时起未注册。重启摄像机使其重新注册，并看平台是否允许接入。</translation>
    </message>
    <message>
        <source>The server (%3) drops it: nothing listens there, a firewall is between, or it refuses a Request-URI whose host is not its own address. Or the answers did not pass where this was captured.</source>
        <translation>平台（%3）收不到或不理会：该处没有程序监听，中间有防火墙，或 Request-URI 中的主机不是平台自己的地址而被丢弃。也可能应答没有经过抓包点。</translation>
    </message>
    <message>
        <source>It goes on under another ID: %1</source>
        <translation>已改用另一个编码：%1</translation>
    </message>
    <message>
        <source>When it had been heard last, %1 registered for the first time, from the same address and port (%2) and with the same User-Agent. Its device ID was changed, or another device of this model has its address now.</source>
        <translation>在最后一次收到它的消息之后，%1 首次从同一地址和端口（%2）、以相同的 User-Agent 注册。它的设备编码被改过，或者该地址现在是另一台同型号设备。</translation>
    </message>
    <message>
        <source>If that was meant, delete the old ID on the platform and assign its channels again. Else set the old ID again on the platform access page of the device.</source>
        <translation>若是有意修改，请在平台上删除旧编码，并重新分配其通道；否则在设备的平台接入页面改回旧编码。</translation>
    </message>
    <message>
        <source>Both send under it from one address, back and forth, as two devices behind one NAT router do, and each counts its heartbeats (SN) for itself: a factory ID that was left in place, or a copied configuration.</source>
        <translation>两台设备从同一地址交替用此编码发送，如同一台 NAT 路由器后面的两台设备，且各自为心跳编号（SN）：出厂编码没有改，或配置是复制的。</translation>
    </message>
    <message>
        <source>The device asked for a registration, and the 200 grants it for 0 s: by RFC 3261 10.3 it has none then.</source>
        <translation>设备请求注册，而 200 给出的有效期是 0 秒：按 RFC 3261 10.3，这等于没有注册。</translation>
    </message>
    <message>
        <source>Look on the server how long registrations may last at least and at most.</source>
        <translation>在平台上查看允许的注册有效期上下限。</translation>
    </message>
    <message>
        <source>Of its last %2 heartbeats %1 were not answered, one here and one there</source>
        <translation>最近 %2 次心跳中有 %1 次没有应答，零散出现</translation>
    </message>
    <message>
        <source>Those between them were answered, so both ends are there: packets are lost on the way, or the server has times in which it answers nothing.</source>
        <translation>其间的心跳都有应答，说明两端都在：途中丢包，或平台有时不应答。</translation>
    </message>
    <message>
        <source>Capture at the device and at the server at the same time: what the one has and the other has not was lost on the way. If all arrive, look at the server&apos;s load.</source>
        <translation>在设备侧和平台侧同时抓包：一侧有而另一侧没有的就是途中丢失的。若都到达，检查平台负载。</translation>
    </message>
    <message>
        <source>It does not know the call that it is to end: 481 to BYE</source>
        <translation>设备不认识要结束的呼叫：对 BYE 应答 481</translation>
    </message>
    <message>
        <source>The record has the INVITE of this call, which it took with 200, and no end of it; and the BYE has the tags of that answer. So it ended the call itself without a BYE, or started again meanwhile.</source>
        <translation>记录中有这个呼叫的 INVITE，设备应答了 200，之后没有结束；BYE 的 tag 也与该应答一致。说明设备没有发 BYE 就自行结束了呼叫，或其间重启过。</translation>
    </message>
    <message>
        <source>Look whether its media had stopped before. If they go on, it mixes up its calls: update the firmware.</source>
        <translation>查看媒体是否此前已停止。若仍在发送，说明设备弄混了呼叫：升级固件。</translation>
    </message>
    <message>
        <source>Another device seems to have this ID now: “%2”, before “%1”</source>
        <translation>这个编码现在似乎由另一台设备使用：“%2”，之前是“%1”</translation>
    </message>
    <message>
        <source>Both were registered under this ID, one behind the other, and their User-Agent is another one. Somebody put a device of another make in its place and gave it the same ID; or the firmware was changed for that of another make.</source>
        <translation>两者先后以同一编码注册，User-Agent 不同。有人换上了另一品牌的设备并沿用原编码；或固件被换成了另一品牌的。</translation>
    </message>
    <message>
        <source>If it was replaced, ask for its catalog again: the channels may be other ones. If not, look whether two devices share the ID.</source>
        <translation>如果是更换设备，请重新查询目录：通道可能不同。如果不是，请检查是否有两台设备共用该编码。</translation>
    </message>
    <message>
        <source>It connected and registered from the start %1 times in %2 min</source>
        <translation>%2 分钟内 %1 次重新连接并从头注册</translation>
    </message>
    <message>
        <source>Each time the TCP connection is another one, its REGISTER has a Call-ID of its own, and heartbeats are late. Nothing in the record asked for that. It restarts, or something on the way ends its connections.</source>
        <translation>每次都是新的 TCP 连接，REGISTER 的 Call-ID 也是新的，而且心跳迟到。记录中没有要求它这样做的报文。设备在重启，或途中有设备断开了它的连接。</translation>
    </message>
    <message>
        <source>Look at how long the device has been running: in its web page, or by DeviceStatus. If it restarts, look at its power supply. If not, look for a firewall or NAT that ends idle connections, and set a shorter heartbeat interval.</source>
        <translation>在设备网页或用 DeviceStatus 查看它已运行多长时间。若在重启，检查供电。若没有，查找会断开空闲连接的防火墙或 NAT，并把心跳周期设短。</translation>
    </message>
    <message>
        <source>It uses %1, and the server refuses it</source>
        <translation>设备使用%1，平台拒绝</translation>
    </message>
    <message>
        <source>The digest fits that password exactly. What the server wants is not in this record: its password may be another one, or it refuses the device for another reason, such as an ID that it does not take.</source>
        <translation>摘要与该密码完全相符。平台要求什么，本记录中看不出：平台的密码可能不同，也可能因别的原因拒绝，例如不接受该编码。</translation>
    </message>
    <message>
        <source>Look on the server which password it has for this device, and what its log says. If they are the same, the password is not why.</source>
        <translation>在平台上查看该设备的密码和日志。若密码相同，原因就不是密码。</translation>
    </message>
    <message>
        <source>There has been no refresh in this record since then, and no answer that shows whether the server still knows it: it did not refresh, or the refresh was not captured.</source>
        <translation>此后本记录中没有刷新注册，也没有能说明平台是否仍认识它的应答：设备没有刷新，或刷新没有抓到。</translation>
    </message>
</context>
<context>
    <name>flow</name>
    <message>
        <source>server</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>Device: </source>
        <translation>设备：</translation>
    </message>
    <message>
        <source>answers #%1</source>
        <translation>应答 #%1</translation>
    </message>
    <message>
        <source>copy no. %1 of #%2</source>
        <translation>#%2 的第 %1 份</translation>
    </message>
    <message>
        <source>challenged again: the credentials were refused</source>
        <translation>再次质询：凭据被拒绝</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>timer %1</source>
        <translation>定时器 %1</translation>
    </message>
    <message>
        <source>repeated over TCP</source>
        <translation>在 TCP 上重发</translation>
    </message>
    <message>
        <source>off the schedule</source>
        <translation>不符合重传时刻表</translation>
    </message>
    <message>
        <source>answers #%1 after %2</source>
        <translation>应答 #%1，用时 %2</translation>
    </message>
    <message>
        <source>no ACK came</source>
        <translation>未收到 ACK</translation>
    </message>
    <message>
        <source>no answer came</source>
        <translation>未收到应答</translation>
    </message>
    <message>
        <source>to #%1 of %2; due until %3</source>
        <translation>对应 #%1（%2）；期限 %3</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>间隔 %1 秒</translation>
    </message>
    <message>
        <source>every %1 s ± %2 s</source>
        <translation>间隔 %1 ± %2 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>缺 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered when the capture ends</source>
        <translation>
            <numerusform>抓包结束时 %n 个请求未得到应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more awaited</source>
        <translation>
            <numerusform>另有 %n 项等待中</numerusform>
        </translation>
    </message>
    <message>
        <source>last heartbeat: #%1 of %2</source>
        <translation>最后一次心跳：%2 的 #%1</translation>
    </message>
</context>
<context>
    <name>gb::ui::AddressBox</name>
    <message>
        <source>this computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>0.0.0.0  –  every network card</source>
        <translation>0.0.0.0  –  所有网卡</translation>
    </message>
    <message>
        <source>%1  –  not there now</source>
        <translation>%1  –  当前不存在</translation>
    </message>
</context>
<context>
    <name>gb::ui::AlarmPlot</name>
    <message>
        <source>priority 1, highest</source>
        <translation>1 级（最高）</translation>
    </message>
    <message>
        <source>priority 2</source>
        <translation>2 级</translation>
    </message>
    <message>
        <source>priority 3</source>
        <translation>3 级</translation>
    </message>
    <message>
        <source>priority 4, lowest</source>
        <translation>4 级（最低）</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>无级别</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>GPS</source>
        <translation>GPS</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>no kind</source>
        <translation>无报警方式</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alarm(s)</source>
        <translation>
            <numerusform>%Ln 条报警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kinds and channels</source>
        <translation>
            <numerusform>%Ln 类（按通道和报警方式）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 by the device&apos;s clock</source>
        <translation>按设备时钟 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 older ones made room</source>
        <translation>%1 条较早的已移出</translation>
    </message>
    <message>
        <source>%1 NOTIFY did not arrive</source>
        <translation>%1 条 NOTIFY 未到达</translation>
    </message>
    <message>
        <source>%1 without a time that can be read are not drawn</source>
        <translation>%1 条时间无法解读，未绘出</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最近一条</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Alarms over time</source>
        <translation>报警时间图</translation>
    </message>
    <message>
        <source>Left and right choose an alarm, up and down one of another lane; + and − zoom, 0 shows all; Enter leads to its row</source>
        <translation>左右键选择报警，上下键换行；+ 和 − 缩放，0 显示全部；回车跳到列表中的该行</translation>
    </message>
</context>
<context>
    <name>gb::ui::AppSettings</name>
    <message>
        <source>In the settings %1 is &quot;%2&quot;; it takes %3 to %4. The usual value is used.</source>
        <translation>设置中 %1 为“%2”；取值范围是 %3 到 %4。已使用默认值。</translation>
    </message>
    <message>
        <source>In the settings %1 is &quot;%2&quot;, which is no IP address. Nothing listens by itself.</source>
        <translation>设置中 %1 为“%2”，不是 IP 地址。不会自动监听。</translation>
    </message>
    <message>
        <source>In the settings the server&apos;s ID, domain or password cannot be used. Nothing listens by itself.</source>
        <translation>设置中服务器的编码、域或密码不可用。不会自动监听。</translation>
    </message>
    <message>
        <source>The settings in %1 are damaged. They are kept as %2, and the usual ones are used.</source>
        <translation>设置文件 %1 已损坏。已另存为 %2，并使用默认设置。</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read (%2). The usual ones are used.</source>
        <translation>设置文件 %1 无法读取（%2）。已使用默认设置。</translation>
    </message>
    <message>
        <source>In the settings %1 is &quot;%2&quot;, which is none of its values. The usual one is used.</source>
        <translation>设置中 %1 为“%2”，不是可用的值。已使用默认值。</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskAction</name>
    <message>
        <source>This message is only shown, on the page Message, and never sent.</source>
        <translation>此消息只在“消息”页显示，从不发送。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Yes, erase it in %Ln device(s)</source>
        <translation>
            <numerusform>是，清除 %Ln 台设备中的内容(&amp;Y)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Yes, restart %Ln device(s)</source>
        <translation>
            <numerusform>是，重启 %Ln 台设备(&amp;Y)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Yes, erase it</source>
        <translation>是，清除(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Yes, restart it</source>
        <translation>是，重启(&amp;Y)</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln device(s)</source>
        <translation>
            <numerusform>%1，%Ln 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;sk: %1</source>
        <translation>询问：%1(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Send: %1</source>
        <translation>发送：%1(&amp;S)</translation>
    </message>
    <message>
        <source>Mo&amp;ve: %1</source>
        <translation>转动：%1(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Do it: %1</source>
        <translation>执行：%1(&amp;D)</translation>
    </message>
    <message>
        <source>Erase it now? What was recorded is lost.</source>
        <translation>现在清除？录像将会丢失。</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>清除(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Nothing is sent without this tick, and it holds for one time.</source>
        <translation>不勾选则不发送；勾选只对一次有效。</translation>
    </message>
    <message>
        <source>How much of the answer has come</source>
        <translation>应答已收到多少</translation>
    </message>
    <message>
        <source>Ctrl+Enter, wherever the keyboard is</source>
        <translation>Ctrl+Enter，无论焦点在哪里</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln channel(s)</source>
        <translation>
            <numerusform>%1，%Ln 个通道</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AskAnswer</name>
    <message>
        <source>asked at %1</source>
        <translation>%1 询问</translation>
    </message>
    <message>
        <source>&amp;List (%1)</source>
        <translation>列表（%1）(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>列表(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Odd (%1)</source>
        <translation>异常（%1）(&amp;O)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Show the &amp;messages</source>
        <translation>显示消息(&amp;M)</translation>
    </message>
    <message>
        <source>Chooses the request in the message flow</source>
        <translation>在信令流程中选中该请求</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
    </message>
    <message>
        <source>Selected rows, or all of the page</source>
        <translation>所选的行，或整页</translation>
    </message>
    <message>
        <source>E&amp;xport CSV…</source>
        <translation>导出 CSV(&amp;X)…</translation>
    </message>
    <message>
        <source>Eleme&amp;nts</source>
        <translation>元素(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Tree</source>
        <translation>树(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;imeline</source>
        <translation>时间轴(&amp;I)</translation>
    </message>
    <message>
        <source>Messa&amp;ge</source>
        <translation>消息(&amp;G)</translation>
    </message>
    <message>
        <source>What the button sends</source>
        <translation>按钮将发送的内容</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>过滤列表</translation>
    </message>
    <message>
        <source>Tree b&amp;y</source>
        <translation>树的依据(&amp;Y)</translation>
    </message>
    <message>
        <source>Elements of the answer</source>
        <translation>应答的元素</translation>
    </message>
    <message>
        <source>List of the answer</source>
        <translation>应答的列表</translation>
    </message>
    <message>
        <source>Catalog as a tree</source>
        <translation>树形目录</translation>
    </message>
    <message>
        <source>What is odd about the answer</source>
        <translation>应答中的异常</translation>
    </message>
    <message>
        <source>Message that the button sends</source>
        <translation>按钮将发送的消息</translation>
    </message>
    <message>
        <source>Parts of the answer</source>
        <translation>应答的各部分</translation>
    </message>
    <message>
        <source>came at %1</source>
        <translation>%1 收到</translation>
    </message>
    <message>
        <source>Nothing asked yet. The answer appears here.</source>
        <translation>尚未询问。应答将显示在这里。</translation>
    </message>
    <message>
        <source>Pict&amp;ures (%1)</source>
        <translation>图片(&amp;U)（%1）</translation>
    </message>
    <message>
        <source>Tr&amp;ack</source>
        <translation>轨迹图(&amp;A)</translation>
    </message>
    <message>
        <source>Ask t&amp;he selected channels</source>
        <translation>询问所选通道(&amp;H)</translation>
    </message>
    <message>
        <source>What is sent next goes to each of the selected rows: choose it on the left</source>
        <translation>接下来的命令将发送给所选的每一行：请在左侧选择</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>时间图(&amp;W)</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskBatch</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>列表项数</translation>
    </message>
    <message>
        <source>What became of the question</source>
        <translation>询问的结果</translation>
    </message>
    <message>
        <source>Time until its Response, or until its answer where that has none</source>
        <translation>到收到 Response 的时间；没有 Response 的，到收到应答的时间</translation>
    </message>
    <message>
        <source>How much is odd about its answer: Enter shows it</source>
        <translation>应答中有几处异常：按回车查看</translation>
    </message>
    <message>
        <source>Clock of the device less ours</source>
        <translation>设备时钟与本机之差</translation>
    </message>
    <message>
        <source>How many came, of how many it announced</source>
        <translation>收到的数量 / 声明的数量</translation>
    </message>
    <message>
        <source>How many came, of how many it announced: %1</source>
        <translation>收到的数量 / 声明的数量：%1</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskBatchPage</name>
    <message numerus="yes">
        <source>%Ln answered</source>
        <translation>
            <numerusform>%Ln 台已应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 台失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to come</source>
        <translation>
            <numerusform>%Ln 台待应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopped</source>
        <translation>
            <numerusform>%Ln 台已停止</numerusform>
        </translation>
    </message>
    <message>
        <source>With the clock: asks each for its stat&amp;us, too</source>
        <translation>包括时钟：同时询问每台设备的状态(&amp;U)</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>过滤表格</translation>
    </message>
    <message>
        <source>Ask the &amp;failed again</source>
        <translation>再次询问失败的设备(&amp;F)</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
    </message>
    <message>
        <source>Selected rows, or all of the page</source>
        <translation>所选的行，或整页</translation>
    </message>
    <message>
        <source>E&amp;xport CSV…</source>
        <translation>导出 CSV(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Questions a second</source>
        <translation>每秒询问数(&amp;Q)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message numerus="yes">
        <source>So many go out in a second at most. A device is asked one question at a time, and %Ln devices at once</source>
        <translation>
            <numerusform>每秒最多发出这么多。每台设备一次只询问一个，同时最多 %Ln 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers of the devices or channels</source>
        <translation>各设备或通道的应答</translation>
    </message>
    <message>
        <source>Enter shows the answer of one row</source>
        <translation>按回车显示该行的应答</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskCommandList</name>
    <message>
        <source>(%1) %2</source>
        <translation>（%1）%2</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>What to ask</source>
        <translation>询问什么</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskFields</name>
    <message>
        <source>Element</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未告知</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>要求的值</translation>
    </message>
    <message>
        <source>It has now</source>
        <translation>现在的值</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskForm</name>
    <message>
        <source>It is needed.</source>
        <translation>必填。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Beijing time</source>
        <translation>北京时间</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskTarget</name>
    <message>
        <source>Select a device in the table.</source>
        <translation>请在表格中选择设备。</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>这台设备</translation>
    </message>
    <message numerus="yes">
        <source>all %Ln selected devices</source>
        <translation>
            <numerusform>所选的全部 %Ln 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>as announced: %1</source>
        <translation>按设备声明：%1</translation>
    </message>
    <message>
        <source>not announced: as 2016</source>
        <translation>未声明：按 2016</translation>
    </message>
    <message>
        <source>the device itself</source>
        <translation>设备本身</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>询问(&amp;K)</translation>
    </message>
    <message>
        <source>a&amp;bout</source>
        <translation>关于(&amp;B)</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>询问谁</translation>
    </message>
    <message>
        <source>About which channel</source>
        <translation>关于哪个通道</translation>
    </message>
    <message>
        <source>Edition of the message</source>
        <translation>消息所用版本</translation>
    </message>
    <message>
        <source>The device itself, or a channel: those of its last catalog are listed, others can be typed</source>
        <translation>设备本身或某个通道：列出其最近一次目录中的通道，其他的可以输入</translation>
    </message>
    <message>
        <source>GB/T 28181 edition that the message is written for: elements and charset</source>
        <translation>编写消息所用的 GB/T 28181 版本：决定元素和字符集</translation>
    </message>
    <message>
        <source>in the terms of &amp;edition</source>
        <translation>所用版本(&amp;E)</translation>
    </message>
    <message>
        <source>as each announces, else as 2016</source>
        <translation>按各设备声明，未声明的按 2016</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln channel(s) of %1</source>
        <translation>
            <numerusform>%1 的 %Ln 个通道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln channels of the selected devices</source>
        <translation>
            <numerusform>所选设备的全部 %Ln 个通道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln channels</source>
        <translation>
            <numerusform>全部 %Ln 个通道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln chosen channel(s)</source>
        <translation>
            <numerusform>%Ln 个所选通道</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected devices</source>
        <translation>
            <numerusform>所选的 %Ln 台设备</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::AskTree</name>
    <message>
        <source>%1 (not in the list)</source>
        <translation>%1（不在列表中）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>gb::ui::AskWindow</name>
    <message>
        <source>This command is %1: the device may not know it.</source>
        <translation>此命令 %1：设备可能不支持。</translation>
    </message>
    <message>
        <source>Select a device in the table.</source>
        <translation>请在表格中选择设备。</translation>
    </message>
    <message>
        <source>Nobody can be asked while gbscope does not listen as a server.</source>
        <translation>gbscope 未作为平台监听时无法询问设备。</translation>
    </message>
    <message>
        <source>An ID has 1 to 64 letters, digits, dots, hyphens and underscores.</source>
        <translation>编码由 1 到 64 个字母、数字、点、连字符和下划线组成。</translation>
    </message>
    <message>
        <source>A value in the form cannot be sent: the reason stands beside it.</source>
        <translation>表单中有一个值不能发送：原因写在旁边。</translation>
    </message>
    <message>
        <source>Asking: %1</source>
        <translation>正在询问：%1</translation>
    </message>
    <message>
        <source>Asking for %1…</source>
        <translation>已询问 %1…</translation>
    </message>
    <message numerus="yes">
        <source>%1, but %Ln thing(s) are odd</source>
        <translation>
            <numerusform>%1，但有 %Ln 处异常</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Ask the device</source>
        <translation>询问设备</translation>
    </message>
    <message>
        <source>A subscription is made with one device at a time.</source>
        <translation>每次只能对一台设备订阅。</translation>
    </message>
    <message numerus="yes">
        <source>subscribed, %Ln message(s) came; Cancel ends it</source>
        <translation>
            <numerusform>已订阅，收到 %Ln 条消息；按“取消”结束</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2 did not arrive</source>
        <translation>%1；%2 条未收到</translation>
    </message>
    <message>
        <source>This is of a whole device: it cannot be asked of channels.</source>
        <translation>这针对整台设备，不能用于通道。</translation>
    </message>
    <message>
        <source>More than %L1 are not asked in one go.</source>
        <translation>一次最多询问 %L1 个。</translation>
    </message>
</context>
<context>
    <name>gb::ui::BeatModel</name>
    <message>
        <source>%1 · %2 ms</source>
        <extracomment>status and delay of an answer: &quot;200 · 0.4 ms&quot;</extracomment>
        <translation>%1 · %2 毫秒</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>It was sent once.</source>
        <translation>只发送了一次。</translation>
    </message>
    <message numerus="yes">
        <source>It was sent %n times by timer E (RFC 3261 17.1.2.2).</source>
        <translation>
            <numerusform>由定时器 E 共发送 %n 次（RFC 3261 17.1.2.2）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Copies came before we answered.</source>
        <translation>应答之前就有重传到达。</translation>
    </message>
    <message>
        <source>Copies came behind our answer: it was lost, or came too late.</source>
        <translation>应答之后仍有重传到达：应答丢失，或到达太晚。</translation>
    </message>
    <message>
        <source>Not all of them came when that timer sends one.</source>
        <translation>其中有的不在该定时器应发送的时刻。</translation>
    </message>
    <message>
        <source>No final answer to it is in the record; after %1 s the device gives up (timer F).</source>
        <translation>记录中没有对它的最终应答；%1 秒后设备放弃等待（定时器 F）。</translation>
    </message>
    <message>
        <source>First final answer, and how long after the first copy.</source>
        <translation>第一个最终应答，以及它比首次发送晚多久。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Gap</source>
        <extracomment>seconds since the heartbeat before</extracomment>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>发送次数</translation>
    </message>
    <message>
        <source>Our answer</source>
        <translation>平台应答</translation>
    </message>
    <message>
        <source>SN</source>
        <translation>SN</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>gb::ui::BeatTable</name>
    <message>
        <source>Heartbeats one by one</source>
        <translation>逐次心跳</translation>
    </message>
</context>
<context>
    <name>gb::ui::BeatWords</name>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message numerus="yes">
        <source>%n times, at last %1</source>
        <extracomment>how often, and the last time: &quot;3 times, at last 10:23:05 to 10:25:00&quot;</extracomment>
        <translation>
            <numerusform>%n 次，最近一次 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>measured %1 s (configured %2 s)</source>
        <translation>实测 %1 秒（设定 %2 秒）</translation>
    </message>
    <message>
        <source>port changes, not by idle time</source>
        <translation>端口会变，但与空闲时长无关</translation>
    </message>
    <message>
        <source>NAT mapping lasts %1 to %2 s</source>
        <translation>NAT 映射保持 %1～%2 秒</translation>
    </message>
    <message>
        <source>NAT mapping lasts ≥ %1 s</source>
        <translation>NAT 映射保持 ≥ %1 秒</translation>
    </message>
    <message>
        <source>NAT mapping lasts ≤ %1 s</source>
        <translation>NAT 映射保持 ≤ %1 秒</translation>
    </message>
    <message>
        <source>clock %1 h: time zone</source>
        <translation>设备时钟 %1 小时：时区错误</translation>
    </message>
    <message>
        <source>clock %1</source>
        <translation>设备时钟 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>no answer to it is in this record</source>
        <translation>记录中没有给该设备的应答</translation>
    </message>
    <message>
        <source>would consider us down: %1</source>
        <translation>设备侧判平台离线：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n unanswered)</source>
        <translation>
            <numerusform>%1（连续 %n 次未获应答）</numerusform>
        </translation>
    </message>
    <message>
        <source>offline (our view): %1</source>
        <translation>平台侧判设备离线：%1</translation>
    </message>
    <message numerus="yes">
        <source>flapping: %n change(s) in 10 min by %1</source>
        <extracomment>number of changes, and the reason of most of them</extracomment>
        <translation>
            <numerusform>反复上下线：10 分钟内变化 %n 次，主因：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::CardTable</name>
    <message>
        <source>What to enter in the camera</source>
        <translation>摄像机上要填写的内容</translation>
    </message>
    <message>
        <source>Field (Chinese page)</source>
        <translation>摄像机页面字段（中文）</translation>
    </message>
    <message>
        <source>Field (English)</source>
        <translation>字段（英文）</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>填写内容</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is the name of a field</extracomment>
        <translation>复制：%1</translation>
    </message>
</context>
<context>
    <name>gb::ui::CardWindow</name>
    <message>
        <source>Camera card</source>
        <translation>摄像机参数卡</translation>
    </message>
    <message>
        <source>Net&amp;work card that the device reaches:</source>
        <translation>设备能访问到的网卡(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Device ID:</source>
        <translation>设备编码(&amp;D)：</translation>
    </message>
    <message>
        <source>C&amp;hannel ID:</source>
        <translation>通道编码(&amp;H)：</translation>
    </message>
    <message>
        <source>Network card that the device reaches</source>
        <translation>设备能访问到的网卡</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>设备编码</translation>
    </message>
    <message>
        <source>Channel ID</source>
        <translation>通道编码</translation>
    </message>
    <message>
        <source>Kind of device</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Camera (132)</source>
        <translation>摄像机（132）</translation>
    </message>
    <message>
        <source>Recorder (118)</source>
        <translation>录像机（118）</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>厂商</translation>
    </message>
    <message>
        <source>Any other</source>
        <extracomment>a camera of any vendor</extracomment>
        <translation>其他厂商</translation>
    </message>
    <message>
        <source>&amp;Next device</source>
        <translation>下一台设备(&amp;N)</translation>
    </message>
    <message>
        <source>Reserves these IDs for this device, and proposes the next free ones</source>
        <translation>将这两个编码留给本设备，并给出下一组空闲编码</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translation>全部复制(&amp;A)</translation>
    </message>
    <message>
        <source>with the passw&amp;ord</source>
        <translation>包含密码(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Hide the pa&amp;ssword</source>
        <translation>隐藏密码(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Show the password</source>
        <translation>显示密码(&amp;S)</translation>
    </message>
    <message>
        <source>gbscope is not listening as a server now; these are the values of its form.</source>
        <translation>本机当前没有作为服务器监听；以下为监听设置中的值。</translation>
    </message>
    <message>
        <source>gbscope listens on %1 only: a camera set to another address cannot reach it.</source>
        <translation>本机只在 %1 上监听：填写其他地址的摄像机无法连接。</translation>
    </message>
    <message>
        <source>gbscope is listening: port %1, UDP and TCP.</source>
        <translation>与本机当前监听一致：端口 %1，UDP 和 TCP。</translation>
    </message>
    <message>
        <source>; </source>
        <extracomment>between two things that are said of an ID</extracomment>
        <translation>；</translation>
    </message>
    <message>
        <source>The device ID %1.</source>
        <translation>设备编码%1。</translation>
    </message>
    <message>
        <source>The channel ID %1.</source>
        <translation>通道编码%1。</translation>
    </message>
    <message>
        <source>The device is here: %1.</source>
        <translation>设备已接入：%1。</translation>
    </message>
    <message>
        <source>Both IDs are free.</source>
        <translation>两个编码均空闲可用。</translation>
    </message>
    <message>
        <source>Camera card – %1</source>
        <translation>摄像机参数卡 – %1</translation>
    </message>
    <message>
        <source>Print the camera card</source>
        <translation>打印摄像机参数卡</translation>
    </message>
    <message>
        <source>&amp;QR code…</source>
        <translation>二维码(&amp;Q)…</translation>
    </message>
    <message>
        <source>For the phone of the colleague at the device</source>
        <translation>供设备旁的同事用手机扫描</translation>
    </message>
</context>
<context>
    <name>gb::ui::ComparePane</name>
    <message>
        <source>The record has no retry of message #%1 after a 401 or 407.</source>
        <translation>记录中没有消息 #%1 在 401 或 407 之后的重试。</translation>
    </message>
    <message>
        <source>The record has no other message of this device like #%1 whose request succeeded.</source>
        <translation>记录中没有本设备的其他与 #%1 同一步且请求成功的消息。</translation>
    </message>
    <message>
        <source>The record has no message of this device like #%1 before it in the same direction.</source>
        <translation>记录中在 #%1 之前没有本设备同一方向上的同类消息。</translation>
    </message>
    <message>
        <source>The record has no message like #%1 of another device.</source>
        <translation>记录中没有其他设备与 #%1 同一步的消息。</translation>
    </message>
    <message>
        <source>%1 will be compared with the next message: choose it and press %2.</source>
        <translation>将用 %1 对比：选中另一条消息，再按 %2。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not all of it was looked at.</source>
        <translation>没有查遍整个记录。</translation>
    </message>
    <message>
        <source>None before succeeded: #%1 came later.</source>
        <translation>之前没有成功的：#%1 在其后。</translation>
    </message>
    <message>
        <source>The text of message #%1 is not to be had.</source>
        <translation>无法取得消息 #%1 的原文。</translation>
    </message>
</context>
<context>
    <name>gb::ui::CompareTree</name>
    <message>
        <source>Part</source>
        <translation>项</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Comparison of messages</source>
        <translation>消息对比</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>没有</translation>
    </message>
</context>
<context>
    <name>gb::ui::CompareWindow</name>
    <message>
        <source>Comparison of messages</source>
        <translation>消息对比</translation>
    </message>
    <message>
        <source>Show what differs in &amp;each message</source>
        <translation>显示每条消息都不同的内容(&amp;E)</translation>
    </message>
    <message>
        <source>branch, tag, CSeq number, nonce, cnonce, response, nc, Date, Content-Length, Call-ID, SN</source>
        <translation>branch、tag、CSeq 序号、nonce、cnonce、response、nc、Date、Content-Length、Call-ID、SN</translation>
    </message>
    <message>
        <source>Only what &amp;differs</source>
        <translation>只显示不同之处(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Previous difference</source>
        <translation>上一处差异(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处差异(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gb::ui::CountsPane</name>
    <message>
        <source>This computer did not keep up with %1: packets were dropped. Messages may be missing that were really sent.</source>
        <translation>本机来不及处理 %1 上的数据包，部分已丢弃。实际发送过的消息可能缺失。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>gb::ui::DeviceColumns</name>
    <message>
        <source>%1 ago</source>
        <extracomment>a span of time, such as &quot;12 s&quot;</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>设备编码</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>User-Agent</source>
        <translation>厂商／User-Agent</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Registered since</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>剩余有效期</translation>
    </message>
    <message>
        <source>Last heartbeat</source>
        <translation>最近心跳</translation>
    </message>
    <message>
        <source>Median interval</source>
        <translation>心跳间隔（中位）</translation>
    </message>
    <message>
        <source>Missed</source>
        <extracomment>heartbeats that did not come</extracomment>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>最近问题</translation>
    </message>
    <message>
        <source>GB version</source>
        <translation>国标版本</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Last problem: %1 (%2)</source>
        <translation>最近问题：%1（%2）</translation>
    </message>
    <message>
        <source>Own heartbeat setting: %1</source>
        <translation>单独的心跳设置：%1</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>of a device, by the user or by the list of expected devices</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role: %1 (%2)</source>
        <extracomment>%1: a role, as &quot;device&quot;</extracomment>
        <translation>角色：%1（%2）</translation>
    </message>
</context>
<context>
    <name>gb::ui::DevicePanel</name>
    <message>
        <source>No device in this state: %1</source>
        <translation>没有处于该状态的设备：%1</translation>
    </message>
    <message>
        <source>No device in the state “%1” matches “%2”</source>
        <translation>状态为“%1”的设备中没有匹配“%2”的</translation>
    </message>
    <message>
        <source>No device matches “%1”</source>
        <translation>没有匹配“%1”的设备</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>清除过滤</translation>
    </message>
    <message>
        <source>Waiting for the first device – type this into the camera:</source>
        <translation>等待第一台设备 – 请在摄像机中填写：</translation>
    </message>
    <message>
        <source>Device filter</source>
        <translation>设备过滤</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>In the vendor&apos;s terms…</source>
        <translation>按厂商页面查看…</translation>
    </message>
    <message>
        <source>Filter: ID, name, state, reason</source>
        <translation>过滤：编码、名称、状态、原因</translation>
    </message>
    <message>
        <source>Words that must all occur in the ID, name, address, User-Agent, state or reason</source>
        <translation>编码、名称、地址、User-Agent、状态或原因中必须同时出现的词</translation>
    </message>
</context>
<context>
    <name>gb::ui::DeviceView</name>
    <message>
        <source>Reset columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最严重的在前</translation>
    </message>
</context>
<context>
    <name>gb::ui::DevicesPane</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>没有设备</translation>
    </message>
    <message>
        <source>This capture contains no registration and no heartbeat.</source>
        <translation>此抓包中没有注册和心跳。</translation>
    </message>
    <message>
        <source>SIP server address</source>
        <translation>SIP 服务器地址</translation>
    </message>
    <message>
        <source>SIP server port</source>
        <translation>SIP 服务器端口</translation>
    </message>
    <message>
        <source>SIP server ID</source>
        <translation>SIP 服务器编码</translation>
    </message>
    <message>
        <source>SIP domain</source>
        <translation>SIP 域</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>Choose a mode in the form.</source>
        <translation>请在表单中选择工作方式。</translation>
    </message>
    <message>
        <source>Choose the network card and press Listen. Then point the camera at this computer.</source>
        <translation>选择网卡并点击“开始监听”，然后让摄像机指向本机。</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>正在监视 %1</translation>
    </message>
    <message>
        <source>No registration and no heartbeat seen yet.</source>
        <translation>尚未看到注册或心跳经过。</translation>
    </message>
    <message>
        <source>Does the switch mirror the port of the cameras, or of their server, to this network card?</source>
        <translation>交换机是否已将摄像机或其服务器的端口镜像到此网卡？</translation>
    </message>
    <message>
        <source>Receiving HEP on %1</source>
        <translation>正在 %1 上接收 HEP</translation>
    </message>
    <message>
        <source>No registration and no heartbeat received yet.</source>
        <translation>尚未收到有关注册或心跳的消息。</translation>
    </message>
    <message>
        <source>Point the HEP sender at this address and port.</source>
        <translation>请让 HEP 发送端指向该地址和端口。</translation>
    </message>
</context>
<context>
    <name>gb::ui::Docks</name>
    <message>
        <source>Panes</source>
        <translation>窗格</translation>
    </message>
</context>
<context>
    <name>gb::ui::EmptyState</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is a label such as &quot;Password&quot;</extracomment>
        <translation>复制：%1</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>gb::ui::ExpectedDialog</name>
    <message>
        <source>ID</source>
        <extracomment>titles of columns: device ID, name and IP address</extracomment>
        <translation>设备编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Expected devices</source>
        <translation>待接入设备</translation>
    </message>
    <message>
        <source>Devices this site should have, one per line: the device ID, then its name and IP address if you have them. Paste them from a spreadsheet, or open a CSV file. The device table shows which of them are still missing.</source>
        <translation>本现场应接入的设备，每行一台：设备编码，以及已知的名称和 IP 地址。可从电子表格粘贴，或打开 CSV 文件。设备接入之前，设备表中会注明尚未接入。</translation>
    </message>
    <message>
        <source>Lines with errors</source>
        <translation>有错误的行</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save the list</source>
        <translation>保存清单(&amp;S)</translation>
    </message>
    <message>
        <source>Open a list of devices</source>
        <translation>打开设备清单</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>清单 (*.csv *.txt *.tsv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>清单为空。</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) expected</source>
        <translation>
            <numerusform>共 %n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 seen</source>
        <translation>已接入 %1 / %2</translation>
    </message>
    <message>
        <source>correct or remove the lines below</source>
        <translation>请修正或删除下列各行</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>内容：</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>&amp;Redaction:</source>
        <translation>脱敏(&amp;R)：</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln message(s), %1 so far</source>
        <translation>
            <numerusform>超过 %Ln 条消息，目前 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1 so far</source>
        <translation>
            <numerusform>%Ln 条消息，目前 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>In the file:</source>
        <translation>文件内容：</translation>
    </message>
</context>
<context>
    <name>gb::ui::ExportFlow</name>
    <message>
        <source>Nothing is recorded, so there is nothing to export.</source>
        <translation>没有记录，无可导出。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>The export failed: %1</source>
        <translation>导出失败：%1</translation>
    </message>
    <message>
        <source>%1 of %2 messages written to %3</source>
        <translation>已将 %2 条消息中的 %1 条写入 %3</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>The report on %1 messages is in %2</source>
        <translation>报告（%1 条消息）已写入 %2</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Bundle (*.zip)</source>
        <translation>报告包 (*.zip)</translation>
    </message>
    <message>
        <source>Entries: %1, made of %2 messages, written to %3</source>
        <translation>由 %2 条消息整理出 %1 条记录，已写入 %3</translation>
    </message>
    <message>
        <source>Save a copy of the record</source>
        <translation>保存记录副本</translation>
    </message>
    <message>
        <source>Captures (*.pcapng)</source>
        <translation>抓包文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved as %1. </source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>正在保存副本</translation>
    </message>
    <message numerus="yes">
        <source>A window of its own shows the record so far with pseudonyms: %Ln message(s).</source>
        <translation>
            <numerusform>已在单独的窗口中以化名显示到目前为止的记录：%Ln 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Making pseudonyms</source>
        <translation>正在生成化名</translation>
    </message>
</context>
<context>
    <name>gb::ui::FilesPane</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Open a capture</source>
        <translation>打开抓包文件</translation>
    </message>
    <message>
        <source>Reading was cancelled; what was read so far is shown.</source>
        <translation>读取已取消；已读取的内容已显示。</translation>
    </message>
    <message>
        <source>%1 – gbscope</source>
        <translation>%1 – gbscope</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s ahead of that of %3, by %4 messages that are in both; its times were set back.</source>
        <translation>根据两者共有的 %4 条报文，%1 的时钟比 %3 快 %2 秒，其时间已相应调回。</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s behind that of %3, by %4 messages that are in both; its times were set forward.</source>
        <translation>根据两者共有的 %4 条报文，%1 的时钟比 %3 慢 %2 秒，其时间已相应调前。</translation>
    </message>
    <message>
        <source>Captures (*.pcapng *.pcap *.cap *.snoop *.gz *.zst *.lz4 *.zip *.txt *.log);;All files (*)</source>
        <translation>抓包文件 (*.pcapng *.pcap *.cap *.snoop *.gz *.zst *.lz4 *.zip *.txt *.log);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 and %2 have no message in common, so their clocks cannot be compared.</source>
        <translation>%1 与 %2 没有共同的报文，无法判断两者时钟是否一致。</translation>
    </message>
    <message>
        <source>TLS from %1 to %2: its content cannot be seen.</source>
        <translation>%1 到 %2 的 TLS：内容看不到。</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>另有 %1 个。</translation>
    </message>
    <message>
        <source>%1 messages came in HEP: %2 have the time that it tells, %3 that of their arrival.</source>
        <translation>%1 条消息来自 HEP：%2 条用 HEP 自带的时间，%3 条用到达时间。</translation>
    </message>
    <message>
        <source>%1: %2. No message of it could be read.</source>
        <translation>%1：%2。其中没有一条消息可以读取。</translation>
    </message>
    <message>
        <source>%1: %2. What could be read is shown.</source>
        <translation>%1：%2。已显示能读取的部分。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Filtered as it was when it was last open.</source>
        <translation>已按上次打开时的条件过滤。</translation>
    </message>
</context>
<context>
    <name>gb::ui::FilterBar</name>
    <message>
        <source>Dialogs</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Messages that meet the filter</source>
        <translation>符合过滤条件的消息</translation>
    </message>
    <message>
        <source>Whole dialogs with a message that meets it</source>
        <translation>含有符合条件消息的整个会话</translation>
    </message>
    <message>
        <source>All of the devices with a message that meets it</source>
        <translation>含有符合条件消息的设备的全部消息</translation>
    </message>
    <message>
        <source>%1 of %2 messages are hidden</source>
        <translation>%2 条消息中隐藏了 %1 条</translation>
    </message>
    <message>
        <source>nothing is hidden</source>
        <translation>没有隐藏的消息</translation>
    </message>
    <message>
        <source>%1 % of the texts were looked into</source>
        <translation>已查看原文的 %1 %</translation>
    </message>
    <message>
        <source>Filter: text, dev:… cmd:… status&gt;=400</source>
        <translation>过滤：文本、dev:… cmd:… status&gt;=400</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>过滤消息</translation>
    </message>
    <message>
        <source>Filters to choose</source>
        <translation>可选的过滤条件</translation>
    </message>
    <message>
        <source>What is shown of a match</source>
        <translation>匹配时显示什么</translation>
    </message>
    <message>
        <source>What is shown: messages that meet the filter, or all of their dialogs or devices</source>
        <translation>显示内容：符合过滤条件的消息，或其会话、设备的全部消息</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Clear the filters of the message flow</source>
        <translation>清除信令流程的过滤条件</translation>
    </message>
    <message>
        <source>Conditions that must all be met: dev:3402* cmd:MediaStatus status&gt;=400 rt&gt;500ms &quot;any text&quot;; or, not, ( )</source>
        <translation>须全部满足的条件：dev:3402* cmd:MediaStatus status&gt;=400 rt&gt;500ms &quot;任意文本&quot;；or（或）、not（非）、( )</translation>
    </message>
</context>
<context>
    <name>gb::ui::FindBar</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>#%1 is not in the list any more</source>
        <translation>#%1 已不在列表中</translation>
    </message>
    <message>
        <source>hidden by the filter</source>
        <translation>被过滤条件隐藏</translation>
    </message>
    <message>
        <source>no message contains it</source>
        <translation>没有包含该文本的消息</translation>
    </message>
    <message>
        <source>not all messages were searched</source>
        <translation>未查找全部消息</translation>
    </message>
    <message>
        <source>Find in the text of all messages</source>
        <translation>在全部消息的文本中查找</translation>
    </message>
    <message>
        <source>Find in messages</source>
        <translation>在消息中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一条（Shift+F3）</translation>
    </message>
    <message>
        <source>Previous message that contains it</source>
        <translation>上一条包含该文本的消息</translation>
    </message>
    <message>
        <source>Next message that contains it</source>
        <translation>下一条包含该文本的消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Clear the filters of the message flow</source>
        <translation>清除信令流程的过滤条件</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>nothing is recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一条</translation>
    </message>
</context>
<context>
    <name>gb::ui::FindingDetail</name>
    <message>
        <source>Choose a finding to see what to do.</source>
        <translation>选择一条诊断，查看处理建议。</translation>
    </message>
    <message>
        <source>Nothing is wrong, as far as the messages show.</source>
        <translation>从已有消息看，没有发现问题。</translation>
    </message>
    <message>
        <source>Cause (%1) · %2</source>
        <translation>原因（%1）· %2</translation>
    </message>
    <message>
        <source>No message shows it</source>
        <translation>没有对应的消息</translation>
    </message>
    <message numerus="yes">
        <source>Show the &amp;proof (%n message(s))</source>
        <translation>
            <numerusform>显示证据（%n 条消息）(&amp;P)</numerusform>
        </translation>
    </message>
    <message>
        <source>seen once, %1</source>
        <translation>出现 1 次，%1</translation>
    </message>
    <message>
        <source>seen %1 times, first %2, last %3</source>
        <translation>出现 %1 次，首次 %2，最近 %3</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>已于 %1 恢复</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理建议</translation>
    </message>
    <message>
        <source>Title, device, advice and cause as text, for whoever has to act</source>
        <translation>复制标题、设备、处理建议和原因的文本，发给处理人员</translation>
    </message>
    <message>
        <source>The finding in words</source>
        <translation>诊断说明</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message numerus="yes">
        <source>No open finding for the %Ln selected device(s).</source>
        <translation>
            <numerusform>所选的 %Ln 台设备当前没有诊断出问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Causes that come into question:</source>
        <translation>可能的原因：</translation>
    </message>
</context>
<context>
    <name>gb::ui::FindingsModel</name>
    <message>
        <source>over</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %Ln follow(s) from it</source>
        <translation>
            <numerusform> · 由此引起 %Ln 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::FindingsPane</name>
    <message>
        <source>This capture contains no registration and no heartbeat.</source>
        <translation>此抓包中没有注册和心跳。</translation>
    </message>
    <message>
        <source>Nothing listens yet: press Listen in the form first.</source>
        <translation>尚未监听：请先在上方表单中点击“开始监听”。</translation>
    </message>
    <message>
        <source>The device table says what to check.</source>
        <translation>应检查什么，请看设备表中的说明。</translation>
    </message>
    <message>
        <source>The camera card (menu Devices) shows what to type into each camera.</source>
        <translation>每台摄像机要填什么，请看“摄像机参数卡”（“设备”菜单）。</translation>
    </message>
</context>
<context>
    <name>gb::ui::FindingsPanel</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln 个警告</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Findings · %1</source>
        <translation>诊断 · %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln 个提示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln 个已屏蔽</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Unmute %1 for this device</source>
        <translation>取消对此设备屏蔽 %1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Mute %1 for this device</source>
        <translation>对此设备屏蔽 %1(&amp;M)</translation>
    </message>
    <message>
        <source>Unmute %1 for &amp;all devices</source>
        <translation>取消对所有设备屏蔽 %1(&amp;A)</translation>
    </message>
    <message>
        <source>Mute %1 for &amp;all devices</source>
        <translation>对所有设备屏蔽 %1(&amp;A)</translation>
    </message>
    <message>
        <source>Show muted</source>
        <translation>显示已屏蔽的</translation>
    </message>
    <message>
        <source>Only selected devices</source>
        <translation>只看所选设备</translation>
    </message>
    <message>
        <source>No device has been seen yet, so there is nothing to judge.</source>
        <translation>还没有收到任何设备的消息，暂无可诊断的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected device(s) are awaited.</source>
        <translation>
            <numerusform>还有 %Ln 台待接入设备尚未接入。</numerusform>
        </translation>
    </message>
    <message>
        <source>this rule</source>
        <translation>此规则</translation>
    </message>
    <message>
        <source>Follows from: %1</source>
        <translation>起因：%1</translation>
    </message>
    <message>
        <source>Because of that: %1</source>
        <translation>由此引起：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>One of %Ln device(s) with this finding. Open the line for all of them.</source>
        <translation>
            <numerusform>有此问题的 %Ln 台设备之一。展开该行可查看全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show resolved</source>
        <translation>显示已恢复的</translation>
    </message>
    <message numerus="yes">
        <source>%Ln resolved</source>
        <translation>
            <numerusform>%Ln 个已恢复</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::FleetStrip</name>
    <message>
        <source>Heartbeats of all devices</source>
        <translation>所有设备的心跳</translation>
    </message>
    <message>
        <source>%1 for %2, from %3</source>
        <translation>%1，持续 %2，自 %3</translation>
    </message>
    <message>
        <source>No device has sent a heartbeat yet.</source>
        <translation>还没有设备发送心跳。</translation>
    </message>
    <message>
        <source>Own heartbeat setting: %1</source>
        <translation>单独的心跳设置：%1</translation>
    </message>
    <message>
        <source>With %1 it would be offline for %2, from %3</source>
        <translation>若为 %1，则离线 %2，从 %3 起</translation>
    </message>
</context>
<context>
    <name>gb::ui::FlowPane</name>
    <message>
        <source>No packet could be read from this file.</source>
        <translation>该文件中没有可读取的数据包。</translation>
    </message>
    <message>
        <source>No SIP message is in its %1 packets; %2 of them are neither UDP nor TCP.

Was it captured where the cameras&apos; traffic passes, and without a filter for other ports?</source>
        <translation>其中的 %1 个数据包没有 SIP 消息；%2 个既不是 UDP 也不是 TCP。

抓包位置是否能看到摄像机的流量？抓包过滤条件是否只留了其他端口？</translation>
    </message>
    <message>
        <source>Remove the value column</source>
        <translation>移除取值列</translation>
    </message>
    <message>
        <source>Remove the column “%1”</source>
        <translation>移除列“%1”</translation>
    </message>
    <message>
        <source>Operation: %1, %2</source>
        <translation>操作：%1，%2</translation>
    </message>
</context>
<context>
    <name>gb::ui::FlowPanel</name>
    <message>
        <source>one dialog</source>
        <translation>单个会话</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: %1. Click to show all.</source>
        <translation>当前显示：%1。点击显示全部。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The filter hides all of the %1 messages. Clear it to see them.</source>
        <translation>过滤条件隐藏了全部 %1 条消息，清除后可见。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest message in sight (End)</source>
        <translation>始终显示最新消息（End）</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>No repeats</source>
        <translation>隐藏重传</translation>
    </message>
    <message>
        <source>Fold long trains of heartbeats, and repeats, into one line each</source>
        <translation>将连续的心跳、重复的消息各折叠为一行</translation>
    </message>
    <message>
        <source>Hide every copy but the first one</source>
        <translation>隐藏首份以外的所有副本</translation>
    </message>
    <message>
        <source>SIP</source>
        <translation>SIP</translation>
    </message>
    <message>
        <source>retransmitted</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>repeated otherwise</source>
        <translation>其他重复</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>not SIP</source>
        <translation>非 SIP</translation>
    </message>
    <message>
        <source>NAT keepalives</source>
        <translation>NAT 保活</translation>
    </message>
    <message>
        <source>No messages yet. What devices send is drawn here as it arrives.</source>
        <translation>还没有消息。设备发来的信令会实时画在这里。</translation>
    </message>
</context>
<context>
    <name>gb::ui::FreeEditor</name>
    <message>
        <source>gbscope&apos;s rules find nothing wrong.</source>
        <translation>gbscope 的规则未发现问题。</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>消息原文</translation>
    </message>
    <message>
        <source>Filled in for the device: %1</source>
        <translation>按设备自动填入：%1</translation>
    </message>
    <message>
        <source>What is to be said of the message</source>
        <translation>对消息的检查结果</translation>
    </message>
    <message>
        <source>It can be sent all the same.</source>
        <translation>仍然可以发送。</translation>
    </message>
    <message>
        <source>Renewed when sent:</source>
        <translation>发送时重新生成：</translation>
    </message>
    <message>
        <source>Without the tick it is sent as it is typed, right or wrong.</source>
        <translation>不勾选则按输入的内容发送，无论对错。</translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>提示：</translation>
    </message>
</context>
<context>
    <name>gb::ui::FreeLibrary</name>
    <message>
        <source>%1 is not on the disk: %2</source>
        <translation>%1 未能写入磁盘：%2</translation>
    </message>
    <message>
        <source>Choose a message to begin with</source>
        <translation>选择一条消息作为起点</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Renamed.</source>
        <translation>已重命名。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete %1 for ever?</source>
        <translation>永久删除 %1？</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>起点(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Kept as a file in the program&apos;s folder; what proves a password is left out.</source>
        <translation>以文件形式保存在程序的数据文件夹中；不保存能证明密码的内容。</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gb::ui::FreeWindow</name>
    <message>
        <source>The record does not have the text of this message.</source>
        <translation>记录中没有这条消息的原文。</translation>
    </message>
    <message>
        <source>Some bytes of it are no text: they are not sent as they were.</source>
        <translation>其中有些字节不是文本：不会原样发送。</translation>
    </message>
    <message>
        <source>device %1, where it is registered</source>
        <translation>设备 %1（其注册地址）</translation>
    </message>
    <message>
        <source>%1 over %2, as in the record</source>
        <translation>%1，%2（与记录相同）</translation>
    </message>
    <message>
        <source>nobody: select a device in the table</source>
        <translation>无：请在表格中选择一台设备</translation>
    </message>
    <message>
        <source>outside of a dialog</source>
        <translation>会话之外</translation>
    </message>
    <message>
        <source>within the %1 with %2, Call-ID %3</source>
        <translation>%1 会话之内：%2，Call-ID %3</translation>
    </message>
    <message>
        <source>Nothing can be sent while gbscope does not listen as a server.</source>
        <translation>gbscope 未作为平台监听时不能发送。</translation>
    </message>
    <message>
        <source>Select a device in the table.</source>
        <translation>请在表格中选择一台设备。</translation>
    </message>
    <message>
        <source>There is nothing that can be sent.</source>
        <translation>没有可以发送的内容。</translation>
    </message>
    <message>
        <source>Send it now? What the device recorded is lost.</source>
        <translation>现在发送？设备上的录像将丢失。</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>清除(&amp;E)</translation>
    </message>
    <message>
        <source>Sent; waiting for the answer…</source>
        <translation>已发送，等待应答…</translation>
    </message>
    <message>
        <source>Kept, without what proves a password.</source>
        <translation>已保存，未包含能证明密码的内容。</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>编写消息</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>发往(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Dialog</source>
        <translation>会话(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Yes, send it</source>
        <translation>是，发送(&amp;Y)</translation>
    </message>
    <message>
        <source>Nothing is sent without this tick, and it holds for one time.</source>
        <translation>不勾选就不发送，且只对一次有效。</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>发送(&amp;S)</translation>
    </message>
    <message>
        <source>Ctrl+Enter, wherever the keyboard is</source>
        <translation>任何位置均可按 Ctrl+Enter</translation>
    </message>
    <message>
        <source>Sto&amp;p waiting</source>
        <translation>停止等待(&amp;P)</translation>
    </message>
    <message>
        <source>Show the &amp;messages</source>
        <translation>显示消息(&amp;M)</translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatCanvas</name>
    <message>
        <source>%1
%2 s after the sign of life before</source>
        <translation>%1
距上一次信号 %2 秒</translation>
    </message>
    <message>
        <source>%1
no heartbeat, though one was due</source>
        <translation>%1
应有心跳而未到</translation>
    </message>
    <message>
        <source>interval %1</source>
        <translation>间隔 %1</translation>
    </message>
    <message>
        <source>offline %1</source>
        <translation>离线 %1</translation>
    </message>
    <message>
        <source>0 s</source>
        <extracomment>seconds on the axis of a chart</extracomment>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>The device must have thought us lost, from %1 to %2:
as many of its heartbeats in a row as its timeout count got no 200.</source>
        <translation>从 %1 到 %2，设备应已判平台离线：
连续未获 200 应答的心跳达到了心跳超时次数。</translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatChart</name>
    <message>
        <source>Heartbeats of the chosen device</source>
        <translation>所选设备的心跳</translation>
    </message>
    <message>
        <source>Choose a device in the table to see its heartbeats.</source>
        <translation>在设备表中选择一台设备以查看其心跳。</translation>
    </message>
    <message>
        <source>%1 has sent no heartbeat yet. A camera sends the first one right after it has registered.</source>
        <translation>%1 还没有发送心跳。摄像机注册成功后会立即发送第一个心跳。</translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatPanel</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>This device</source>
        <translation>当前设备</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>全部设备</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>显示时段</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>最近 15 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last 6 h</source>
        <translation>最近 6 小时</translation>
    </message>
    <message>
        <source>Last 24 h</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 · no heartbeat yet</source>
        <translation>%1 · 尚无心跳</translation>
    </message>
    <message>
        <source>own setting %1</source>
        <translation>单独设置 %1</translation>
    </message>
    <message>
        <source>%1 heartbeats · %2 missed</source>
        <extracomment>number of heartbeats, number of those that did not come</extracomment>
        <translation>%1 次心跳 · 丢失 %2 次</translation>
    </message>
    <message>
        <source>Choose a device in the table to see its heartbeats.</source>
        <translation>在设备表中选择一台设备以查看其心跳。</translation>
    </message>
    <message>
        <source>%1 has sent no heartbeat yet.</source>
        <translation>%1 还没有发送心跳。</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐次心跳</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>假设推演…</translation>
    </message>
    <message>
        <source>Tries another heartbeat interval and timeout count on the recorded heartbeats before you apply them</source>
        <translation>先用另一组心跳间隔和超时次数推演已有记录，再决定是否应用</translation>
    </message>
</context>
<context>
    <name>gb::ui::HeartbeatsPane</name>
    <message>
        <source>Heartbeats</source>
        <translation>心跳</translation>
    </message>
</context>
<context>
    <name>gb::ui::KeysDialog</name>
    <message>
        <source>&amp;Give it this key</source>
        <translation>设为快捷键(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>不用快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;As it came</source>
        <translation>恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>As they come with gbscope</source>
        <translation>gbscope 默认</translation>
    </message>
    <message>
        <source>As in sngrep</source>
        <translation>与 sngrep 相同</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>A word of the command, or a key</source>
        <translation>命令中的文字，或按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>快捷键(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Find:</source>
        <translation>查找(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Press a key:</source>
        <translation>按下新的键(&amp;P)：</translation>
    </message>
    <message>
        <source>%1 moves within lists and texts: no command can have it.</source>
        <translation>%1 用于在列表和文本中移动，不能设为命令的快捷键。</translation>
    </message>
    <message>
        <source>A command has %1 keys at most. Take its keys away first.</source>
        <translation>一个命令最多有 %1 个快捷键，请先去掉原有的。</translation>
    </message>
    <message>
        <source>%1 was the key of: %2. It does that no more.</source>
        <translation>%1 原来是这些命令的快捷键：%2。现在不再是了。</translation>
    </message>
</context>
<context>
    <name>gb::ui::KeysPage</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>through devices, messages or findings</source>
        <translation>在设备、消息或诊断之间移动</translation>
    </message>
    <message>
        <source>fold and unfold repeated messages</source>
        <translation>折叠或展开重复的消息</translation>
    </message>
    <message>
        <source>open a device&apos;s messages; unfold heartbeats; show the proof of a finding</source>
        <translation>打开设备的消息；展开心跳；显示诊断的证据</translation>
    </message>
    <message>
        <source>leave a search, or clear a filter</source>
        <translation>退出查找，或清除过滤</translation>
    </message>
</context>
<context>
    <name>gb::ui::LadderView</name>
    <message>
        <source>Message flow</source>
        <translation>信令流程</translation>
    </message>
    <message>
        <source>&amp;Copy row</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy Call-&amp;ID</source>
        <translation>复制 Call-ID(&amp;I)</translation>
    </message>
    <message>
        <source>Show only this &amp;dialog</source>
        <translation>只看此会话(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Brackets: how long answers took</source>
        <translation>时延括线：应答用时(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next problem</source>
        <translation>下一个问题(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous problem</source>
        <translation>上一个问题(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Follow the newest message</source>
        <translation>跟随最新消息(&amp;F)</translation>
    </message>
</context>
<context>
    <name>gb::ui::ListModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Retransmitted</source>
        <translation>重传</translation>
    </message>
</context>
<context>
    <name>gb::ui::ListPane</name>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
</context>
<context>
    <name>gb::ui::ListPanel</name>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Call-IDs</source>
        <translation>Call-ID</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>By device, and what it did (1)</source>
        <translation>按设备及其操作 (1)</translation>
    </message>
    <message>
        <source>By operation, whatever the Call-IDs (2)</source>
        <translation>按操作，跨 Call-ID (2)</translation>
    </message>
    <message>
        <source>By Call-ID (3)</source>
        <translation>按 Call-ID (3)</translation>
    </message>
    <message>
        <source>Each message on its own (4)</source>
        <translation>逐条消息 (4)</translation>
    </message>
    <message>
        <source>Statistics…</source>
        <translation>统计…</translation>
    </message>
    <message>
        <source>Counts, response times and sizes of the messages that the filter shows</source>
        <translation>过滤后显示的消息的数量、响应时间和大小</translation>
    </message>
    <message>
        <source>List of messages</source>
        <translation>消息列表</translation>
    </message>
    <message>
        <source>Enter shows the messages of a row alone.</source>
        <translation>按 Enter 只显示该行的消息。</translation>
    </message>
    <message>
        <source>%1 older messages are not listed any more</source>
        <translation>较早的 %1 条消息已不在列表中</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln message(s), the filter hides %2</source>
        <translation>
            <numerusform>显示 %1 条，共 %Ln 条消息，过滤隐藏了 %2 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older row(s) are left out</source>
        <translation>
            <numerusform>未列出较早的 %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ListenForm</name>
    <message>
        <source>Choose the network card that the cameras reach. Set this address, port, server ID, domain and password in the cameras.</source>
        <translation>选择摄像机能够到达的网卡。摄像机中要填写这里的地址、端口、服务器编码、域和密码。</translation>
    </message>
    <message>
        <source>&amp;Network card:</source>
        <translation>网卡(&amp;N)：</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>%1  –  not there now</source>
        <translation>%1  –  当前不存在</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>工作方式</translation>
    </message>
    <message>
        <source>Be the SIP &amp;server of the cameras</source>
        <translation>作为摄像机的 SIP 服务器(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Receive HEP (Homer)</source>
        <translation>接收 HEP（Homer）(&amp;R)</translation>
    </message>
    <message>
        <source>Network card to watch</source>
        <translation>要监视的网卡</translation>
    </message>
    <message>
        <source>Address for HEP</source>
        <translation>HEP 地址</translation>
    </message>
    <message>
        <source>Port for HEP</source>
        <translation>HEP 端口</translation>
    </message>
    <message>
        <source>Command to type</source>
        <translation>要输入的命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Choose the network card that is connected to the mirror port of the switch. All SIP that passes is shown, recorded and judged; nothing is answered.</source>
        <translation>选择接在交换机镜像端口上的网卡。经过的所有 SIP 消息都会显示、记录并判定，但不作任何应答。</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>开始监视</translation>
    </message>
    <message>
        <source>Kamailio, OpenSIPS, heplify and Homer send copies of SIP messages as HEP version 3. What comes here is shown, recorded and judged; nothing is answered.</source>
        <translation>Kamailio、OpenSIPS、heplify 和 Homer 以 HEP 第 3 版发送 SIP 消息的副本。收到的内容会显示、记录并判定，但不作任何应答。</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>开始接收</translation>
    </message>
    <message>
        <source>every network card</source>
        <translation>所有网卡</translation>
    </message>
    <message>
        <source>down</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>There is no network card that can be watched.</source>
        <translation>没有可监视的网卡。</translation>
    </message>
    <message>
        <source>&amp;Watch a network card (mirror port)</source>
        <translation>监视网卡（镜像端口）(&amp;W)</translation>
    </message>
    <message>
        <source>Por&amp;t:</source>
        <translation>端口(&amp;T)：</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持不变</translation>
    </message>
</context>
<context>
    <name>gb::ui::ListenPane</name>
    <message>
        <source>Stop anyway</source>
        <translation>仍然停止</translation>
    </message>
</context>
<context>
    <name>gb::ui::ListenerPane</name>
    <message>
        <source>Listening. Click to change where.</source>
        <translation>正在监听。点击可更改。</translation>
    </message>
    <message>
        <source>Click to choose where to listen.</source>
        <translation>点击选择监听位置。</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>未监听</translation>
    </message>
    <message>
        <source>Watching %1</source>
        <translation>正在监视 %1</translation>
    </message>
    <message>
        <source>%1 – gbscope</source>
        <translation>%1 – gbscope</translation>
    </message>
</context>
<context>
    <name>gb::ui::Listening</name>
    <message>
        <source>Port %1 of %2 is taken: another program listens there. Close it, or choose another port here and in the cameras.</source>
        <translation>%2 的端口 %1 已被占用：另一个程序正在监听。请关闭它，或在这里和摄像机中改用其他端口。</translation>
    </message>
    <message>
        <source>%1 is not an address of this computer. Is the cable in, and the network card set to it? Choose an address from the list.</source>
        <translation>%1 不是本机地址。网线是否插好、网卡是否已设为该地址？请从列表中选择。</translation>
    </message>
    <message>
        <source>The system does not allow port %1 (%2). Ports below 1024 need an administrator.</source>
        <translation>系统不允许使用端口 %1（%2）。1024 以下的端口需要管理员权限。</translation>
    </message>
    <message>
        <source>Cannot listen on %1:%2: %3</source>
        <translation>无法在 %1:%2 监听：%3</translation>
    </message>
    <message>
        <source>Port %1 of %2 is taken: another program listens there. Close it, or choose another port here and where HEP is sent.</source>
        <translation>%2 的端口 %1 已被其他程序占用。请关闭该程序，或在此处和 HEP 发送端改用其他端口。</translation>
    </message>
    <message>
        <source>%1 Type this in a terminal, then start gbscope again. Without it, receiving HEP or opening a capture of tcpdump works, too.</source>
        <translation>%1请在终端中输入以下命令，然后重新启动 gbscope。不授权也可以接收 HEP，或打开 tcpdump 的抓包文件。</translation>
    </message>
</context>
<context>
    <name>gb::ui::MarksPane</name>
    <message>
        <source>This capture has as many marks as are kept. Take some away.</source>
        <translation>此抓包的标记已达上限，请先取消一些。</translation>
    </message>
    <message>
        <source>The mark could not be kept in %1: %2</source>
        <translation>无法把标记保存到 %1：%2</translation>
    </message>
    <message>
        <source>Note on message #%1</source>
        <translation>消息 #%1 的备注</translation>
    </message>
    <message>
        <source>A note of at most %1 characters:</source>
        <translation>备注，最多 %1 个字符：</translation>
    </message>
</context>
<context>
    <name>gb::ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gb::ui::MessageCollection</name>
    <message>
        <source>A name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>名称最多 %1 个字符。</translation>
    </message>
    <message>
        <source>The name has characters that cannot be seen.</source>
        <translation>名称中有不可见字符。</translation>
    </message>
    <message>
        <source>%1 messages are kept, and no more: delete one first.</source>
        <translation>最多保存 %1 条消息：请先删除一条。</translation>
    </message>
    <message>
        <source>It is longer than %1 bytes.</source>
        <translation>超过 %1 字节。</translation>
    </message>
    <message>
        <source>There is no such message.</source>
        <translation>没有这条消息。</translation>
    </message>
    <message>
        <source>There is one of that name already.</source>
        <translation>已有同名消息。</translation>
    </message>
</context>
<context>
    <name>gb::ui::MessagePane</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>The filter hides this message from the flow.</source>
        <translation>过滤条件使信令流程中看不到这条消息。</translation>
    </message>
    <message>
        <source>This message is of none of the chosen devices.</source>
        <translation>这条消息不属于所选的设备。</translation>
    </message>
    <message>
        <source>This message is of another device: %1</source>
        <translation>这条消息属于另一台设备：%1</translation>
    </message>
    <message>
        <source>Show it in the flow</source>
        <translation>在信令流程中显示</translation>
    </message>
    <message>
        <source>Show “%1” of each message as a column</source>
        <translation>把每条消息的“%1”显示为一列</translation>
    </message>
    <message>
        <source>Show the value of each message as a column</source>
        <translation>把每条消息的该值显示为一列</translation>
    </message>
    <message>
        <source>Belongs to %1 (#%2): %3</source>
        <translation>属于 %1（#%2）：%3</translation>
    </message>
    <message>
        <source>%1 (the first %2 messages)</source>
        <translation>%1（前 %2 条消息）</translation>
    </message>
    <message>
        <source>The flow shows only one kind of message, and this is none of it.</source>
        <translation>信令流程只显示一种消息，此消息不属于该种。</translation>
    </message>
    <message>
        <source>This message is a repeat, and repeats are hidden from the flow.</source>
        <translation>此消息是重复消息，信令流程中隐藏了重复消息。</translation>
    </message>
    <message>
        <source>The flow shows only one operation, and this message is not part of it.</source>
        <translation>信令流程只显示一个操作，此消息不属于该操作。</translation>
    </message>
    <message>
        <source>The flow shows only one dialog, and this message is of another one.</source>
        <translation>信令流程只显示一个会话，此消息属于另一个会话。</translation>
    </message>
    <message>
        <source>Whether the filter shows this message is not known before its text was looked into.</source>
        <translation>此消息的原文尚未查看，还不知道它是否符合过滤条件。</translation>
    </message>
</context>
<context>
    <name>gb::ui::MessageView</name>
    <message numerus="yes">
        <source>%1 · %2 → %3 · %4 · %n byte(s)</source>
        <translation>
            <numerusform>%1 · %2 → %3 · %4 · %n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not SIP.</source>
        <translation>这不是 SIP 消息。</translation>
    </message>
    <message>
        <source>The text of this message is not in the record.</source>
        <translation>记录中没有此消息的原文。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more byte(s)</source>
        <translation>
            <numerusform>… 另有 %n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a message in the ladder</source>
        <translation>在信令流程中选择一条消息</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>行尾符</translation>
    </message>
    <message>
        <source>Show CR, LF and tabs</source>
        <translation>显示 CR、LF 和制表符</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>消息原文</translation>
    </message>
    <message>
        <source>Text, structure or bytes</source>
        <translation>原文、结构或字节</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Headers in their parts</source>
        <translation>头字段分解</translation>
    </message>
    <message>
        <source>A copy of #%1: %2</source>
        <translation>#%1 的副本：%2</translation>
    </message>
    <message>
        <source>As it shows by itself</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>The body does not say its character set.</source>
        <translation>消息体没有声明字符集。</translation>
    </message>
    <message>
        <source>The body says: %1</source>
        <translation>消息体声明：%1</translation>
    </message>
    <message>
        <source>Read as %1, as you chose</source>
        <translation>按您的选择以 %1 读取</translation>
    </message>
    <message>
        <source>Read as %1, as its bytes show</source>
        <translation>按其字节内容识别为 %1</translation>
    </message>
    <message>
        <source>What it says is wrong: others may read it otherwise.</source>
        <translation>声明有误：其他平台可能读成乱码。</translation>
    </message>
    <message>
        <source>Some bytes are no characters of it.</source>
        <translation>有些字节不是该字符集的字符。</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>字符集</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>gb::ui::Minimap</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Messages #%1 to #%2</source>
        <translation>消息 #%1 至 #%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln 个异常</numerusform>
        </translation>
    </message>
    <message>
        <source>A mark of yours</source>
        <translation>有标记</translation>
    </message>
    <message>
        <source>Has the text that is searched for</source>
        <translation>含有查找的文本</translation>
    </message>
    <message>
        <source>The chosen message</source>
        <translation>选中的消息</translation>
    </message>
</context>
<context>
    <name>gb::ui::NewBelow</name>
    <message numerus="yes">
        <source>▼ %Ln new</source>
        <translation>
            <numerusform>▼ %Ln 条新消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln 个异常</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the first problem below; End follows again</source>
        <translation>转到下方第一个异常；按 End 恢复跟随</translation>
    </message>
    <message>
        <source>Follow the newest message again (End)</source>
        <translation>恢复跟随最新消息 (End)</translation>
    </message>
</context>
<context>
    <name>gb::ui::OlderLine</name>
    <message>
        <source>▲ %1 older messages are not listed any more</source>
        <translation>▲ 更早的 %1 条消息已移出列表</translation>
    </message>
</context>
<context>
    <name>gb::ui::OperationsModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1, from the device</source>
        <translation>%1（设备发起）</translation>
    </message>
</context>
<context>
    <name>gb::ui::OperationsPane</name>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>gb::ui::OperationsPanel</name>
    <message>
        <source>Nothing was asked so far: queries, controls, notices and subscriptions stand here.</source>
        <translation>还没有任何操作：查询、控制、通知和订阅显示在这里。</translation>
    </message>
    <message>
        <source>%1 shown, %2 failed or odd</source>
        <translation>显示 %1 项，失败或异常 %2 项</translation>
    </message>
    <message>
        <source>Selected devices</source>
        <translation>所选设备</translation>
    </message>
    <message>
        <source>Only those of the devices that are selected in the table, if any</source>
        <translation>只显示表格中所选设备的操作（如有选择）</translation>
    </message>
    <message>
        <source>Failed or odd</source>
        <translation>失败或异常</translation>
    </message>
    <message>
        <source>Only what was refused, not answered, or answered oddly</source>
        <translation>只显示被拒绝、无应答或应答异常的操作</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Enter shows its messages alone.</source>
        <translation>按 Enter 只显示它的消息。</translation>
    </message>
    <message numerus="yes">
        <source>None of %Ln operation(s) is shown: filters hide them</source>
        <translation>
            <numerusform>%Ln 个操作均未显示：被过滤条件隐藏</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::OverviewCanvas</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No device yet.</source>
        <translation>还没有设备接入。</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>late</source>
        <translation>心跳延迟</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未接入</translation>
    </message>
    <message>
        <source>All devices are online; no problems.</source>
        <translation>全部在线，没有问题。</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 台</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 online</source>
        <translation>%1 在线</translation>
    </message>
</context>
<context>
    <name>gb::ui::Palette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
</context>
<context>
    <name>gb::ui::PaneTitle</name>
    <message>
        <source>Open this pane</source>
        <translation>展开此面板</translation>
    </message>
    <message>
        <source>Collapse this pane to its title</source>
        <translation>折叠为标题行</translation>
    </message>
    <message>
        <source>Let this pane float, or put it back</source>
        <translation>浮动或放回此面板</translation>
    </message>
    <message>
        <source>Close this pane; the View menu brings it back</source>
        <translation>关闭此面板；可从“视图”菜单重新打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gb::ui::PartTree</name>
    <message>
        <source>the XML breaks at line:column %1</source>
        <translation>XML 在此处出错（行:列 %1）</translation>
    </message>
    <message>
        <source>more than is taken apart here; see the text</source>
        <translation>其余部分未解析，请看原文</translation>
    </message>
    <message>
        <source>osip2 refuses this message, too</source>
        <translation>osip2 也拒绝这条消息</translation>
    </message>
    <message>
        <source>Too odd to be taken apart; see the text</source>
        <translation>过于异常，无法解析；请看原文</translation>
    </message>
</context>
<context>
    <name>gb::ui::PasswordsDialog</name>
    <message>
        <source>Known passwords</source>
        <translation>已知密码</translation>
    </message>
    <message>
        <source>They are kept in memory only, never written to a file.</source>
        <translation>退出 gbscope 后即忘记，绝不写入文件。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>At most %1 passwords are compared.</source>
        <translation>最多比对 %1 个密码。</translation>
    </message>
    <message>
        <source>A password has at most %1 characters.</source>
        <translation>密码最长 %1 个字符。</translation>
    </message>
    <message>
        <source>Passwords that your devices may be using, one per line: this site&apos;s, an old one, the vendors&apos; defaults. Where a device is refused, its digest is compared with them, also in other spellings, and the reason says which one it is.</source>
        <translation>设备可能使用的密码，每行一个：本站点的、旧的、厂家默认的。设备被拒绝时，将其摘要与这些密码（包括常见的写法差异）逐一比对，并在“原因”中指出是哪一个。</translation>
    </message>
</context>
<context>
    <name>gb::ui::PictureView</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 字节</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>不是图片</translation>
    </message>
    <message>
        <source>It is not kept: there was no room for it any more. Take it again to see it.</source>
        <translation>未保留：已没有空间。再抓拍一次即可查看。</translation>
    </message>
    <message>
        <source>Decoding…</source>
        <translation>正在解码…</translation>
    </message>
    <message>
        <source>It is neither JPEG, PNG nor BMP, whatever its name says.</source>
        <translation>无论名称如何，它不是 JPEG、PNG 或 BMP。</translation>
    </message>
    <message>
        <source>It is not decoded: it has more pixels or more scans than gbscope takes.</source>
        <translation>未解码：像素数或扫描数超过 gbscope 的上限。</translation>
    </message>
    <message>
        <source>It is damaged: nothing of it can be decoded.</source>
        <translation>已损坏：无法解码出任何内容。</translation>
    </message>
    <message>
        <source>It is cut: its end is missing. What is there is shown.</source>
        <translation>不完整：缺少结尾。显示现有部分。</translation>
    </message>
    <message>
        <source>Pictures that came</source>
        <translation>收到的图片</translation>
    </message>
    <message>
        <source>Chosen picture</source>
        <translation>选中的图片</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayBatch</name>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>playing…</source>
        <translation>点播中…</translation>
    </message>
    <message>
        <source>playing, so far: %1</source>
        <translation>点播中，目前：%1</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>First broken link</source>
        <translation>首个中断环节</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>First packet after</source>
        <translation>首包用时</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>丢包率</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Empty: the device itself was played</source>
        <translation>空：点播的是设备本身</translation>
    </message>
    <message>
        <source>What became of the play: Enter shows all of it</source>
        <translation>点播结果：按 Enter 查看全部</translation>
    </message>
    <message>
        <source>The first link of the chain that does not hold</source>
        <translation>链路中第一个不成立的环节</translation>
    </message>
    <message>
        <source>Packets that never came, of those that were expected</source>
        <translation>应到的包中始终没有到达的</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayBatchPage</name>
    <message>
        <source>Choose above to play several channels: those of a device, or of all selected devices.</source>
        <translation>在上面选择点播多个通道：一台设备的，或所有选中设备的。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln good</source>
        <translation>
            <numerusform>%Ln 个正常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to come</source>
        <translation>
            <numerusform>还剩 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stopped</source>
        <translation>
            <numerusform>%Ln 个已停止</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: too many at a time</source>
        <translation>
            <numerusform>%Ln 个未列入：一次太多</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>过滤表格</translation>
    </message>
    <message>
        <source>Play the &amp;failed again</source>
        <translation>重播失败项(&amp;F)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Selected rows, or all of the page</source>
        <translation>选中的行，或整页</translation>
    </message>
    <message>
        <source>E&amp;xport CSV…</source>
        <translation>导出 CSV(&amp;X)…</translation>
    </message>
    <message>
        <source>Plays of the channels</source>
        <translation>各通道的点播</translation>
    </message>
    <message>
        <source>Enter shows one play with its chain and numbers</source>
        <translation>按 Enter 查看一次点播的链路和数值</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayChain</name>
    <message>
        <source>%1, the first one</source>
        <translation>%1（首个）</translation>
    </message>
    <message>
        <source>packet %1</source>
        <translation>第 %1 个包</translation>
    </message>
    <message>
        <source>; packet %1</source>
        <translation>；第 %1 个包</translation>
    </message>
    <message>
        <source>Enter shows its message</source>
        <translation>按 Enter 查看对应消息</translation>
    </message>
    <message>
        <source>Time since the INVITE</source>
        <translation>从 INVITE 起的时间</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>After</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayChart</name>
    <message>
        <source>Bit rate over time</source>
        <translation>码率随时间的变化</translation>
    </message>
    <message>
        <source>Bit rate: no packet so far</source>
        <translation>码率：还没有包</translation>
    </message>
    <message>
        <source>Bit rate: %1 to %2 in %3 s</source>
        <translation>码率：%3 秒内 %1 到 %2</translation>
    </message>
    <message>
        <source>%1; ✕ loss in %2 of %3 steps</source>
        <translation>%1；✕ %3 段中 %2 段有丢包</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 到 %2 秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>packets lost: %1</source>
        <translation>丢包：%1</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Bit rate: kept of the last %1 plays only</source>
        <translation>码率：只保留最近 %1 次点播的曲线</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayNumbers</name>
    <message>
        <source>Number</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayPane</name>
    <message>
        <source>This message is not in the list of messages, or not any more.</source>
        <translation>该消息不在消息列表中，或已被移除。</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayResult</name>
    <message>
        <source>This channel was not played so far.</source>
        <translation>该通道尚未点播。</translation>
    </message>
    <message>
        <source>%1 (provisional)</source>
        <translation>%1（暂定）</translation>
    </message>
    <message>
        <source>Nothing is wrong so far.</source>
        <translation>目前没有问题。</translation>
    </message>
    <message>
        <source>Nothing is known to be wrong.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Chain of links from the INVITE to the picture</source>
        <translation>从 INVITE 到图像的各个环节</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>测量结果</translation>
    </message>
    <message>
        <source>Causes and advice</source>
        <translation>原因和建议</translation>
    </message>
    <message>
        <source>Show the messa&amp;ges</source>
        <translation>查看消息(&amp;G)</translation>
    </message>
    <message>
        <source>The INVITE in the message flow; media are in no record</source>
        <translation>信令流程中的 INVITE；媒体不在记录中</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Verdict, chain, causes and numbers as text</source>
        <translation>结论、链路、原因和数值的文本</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayTarget</name>
    <message>
        <source>Select a device in the table.</source>
        <translation>请在表格中选择设备。</translation>
    </message>
    <message>
        <source>An ID has 1 to 64 letters, digits, dots, hyphens and underscores.</source>
        <translation>编码由 1 到 64 个字母、数字、点、连字符和下划线组成。</translation>
    </message>
    <message>
        <source>The media cannot be sent to %1: an IP address that the device reaches is needed.</source>
        <translation>媒体不能发往 %1：需要设备能到达的 IP 地址。</translation>
    </message>
    <message>
        <source>this channel</source>
        <translation>这个通道</translation>
    </message>
    <message numerus="yes">
        <source>all %Ln camera(s) of this device</source>
        <translation>
            <numerusform>这台设备的全部 %Ln 个摄像机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln selected devices</source>
        <translation>
            <numerusform>全部 %Ln 台选中的设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %Ln camera(s) of the selected devices</source>
        <translation>
            <numerusform>选中设备的全部 %Ln 个摄像机</numerusform>
        </translation>
    </message>
    <message>
        <source>the device itself</source>
        <translation>设备本身</translation>
    </message>
    <message>
        <source>the one it reaches us by</source>
        <translation>设备访问本机所用的地址</translation>
    </message>
    <message>
        <source>&amp;Whom</source>
        <translation>点播对象(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;channel</source>
        <translation>通道(&amp;C)</translation>
    </message>
    <message>
        <source>o&amp;ver</source>
        <translation>传输方式(&amp;V)</translation>
    </message>
    <message>
        <source>fo&amp;r</source>
        <translation>时长(&amp;R)</translation>
    </message>
    <message>
        <source>media &amp;to</source>
        <translation>媒体发往(&amp;T)</translation>
    </message>
    <message>
        <source>at &amp;once</source>
        <translation>同时(&amp;O)</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Who is played</source>
        <translation>点播谁</translation>
    </message>
    <message>
        <source>Which channel is played</source>
        <translation>点播哪个通道</translation>
    </message>
    <message>
        <source>Transport of the media</source>
        <translation>媒体的传输方式</translation>
    </message>
    <message>
        <source>How long it is played</source>
        <translation>点播多长时间</translation>
    </message>
    <message>
        <source>Address for the media</source>
        <translation>接收媒体的地址</translation>
    </message>
    <message>
        <source>How many play at once</source>
        <translation>同时点播几路</translation>
    </message>
    <message>
        <source>Rea&amp;d the channels</source>
        <translation>读取通道(&amp;D)</translation>
    </message>
    <message>
        <source>Asks the device, or all that are selected, for the catalog</source>
        <translation>向这台设备或所有选中的设备查询目录</translation>
    </message>
    <message>
        <source>The device itself, or a channel: those of its last catalog are listed, others can be typed</source>
        <translation>设备本身或某个通道：列出上次目录中的通道，其他的可直接输入</translation>
    </message>
    <message>
        <source>UDP, or TCP: passive, the device connects to this computer, as the standard has it; active, this computer connects to the device</source>
        <translation>UDP 或 TCP：被动方式由设备连接本机（标准做法），主动方式由本机连接设备</translation>
    </message>
    <message>
        <source>From the first packet on. What is not decided by then is waited for, up to 11 s more</source>
        <translation>从首包算起。到时仍未判定的会继续等待，最多再等 11 秒</translation>
    </message>
    <message>
        <source>c= of the INVITE: where the device sends. Behind a NAT type the outer one</source>
        <translation>INVITE 的 c=：设备把媒体发到这里。在 NAT 后面请填外部地址</translation>
    </message>
    <message>
        <source>Of several channels, 1 to 64 play at the same time</source>
        <translation>多个通道时同时点播的路数，1 到 64</translation>
    </message>
</context>
<context>
    <name>gb::ui::PlayWindow</name>
    <message>
        <source>Nothing can be played while gbscope does not listen as a server.</source>
        <translation>gbscope 没有作为平台监听时不能点播。</translation>
    </message>
    <message>
        <source>Reading the channels…</source>
        <translation>正在读取通道…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln catalog(s) could not be read</source>
        <translation>
            <numerusform>%Ln 个目录读取失败</numerusform>
        </translation>
    </message>
    <message>
        <source>The channels could not be read: %1</source>
        <translation>通道读取失败：%1</translation>
    </message>
    <message>
        <source>Waiting for the answer of the device…</source>
        <translation>等待设备应答…</translation>
    </message>
    <message>
        <source>Playing for %1…</source>
        <translation>已点播 %1…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>点播</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>点播(&amp;P)</translation>
    </message>
    <message>
        <source>Ctrl+Enter, wherever the keyboard is</source>
        <translation>Ctrl+Enter，焦点在哪里都可以</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Hangs up; what came until then is judged</source>
        <translation>挂断；已收到的部分照样判定</translation>
    </message>
    <message>
        <source>How many plays are over</source>
        <translation>已结束几路点播</translation>
    </message>
    <message>
        <source>One c&amp;hannel</source>
        <translation>单个通道(&amp;H)</translation>
    </message>
    <message>
        <source>Several channe&amp;ls</source>
        <translation>多个通道(&amp;L)</translation>
    </message>
</context>
<context>
    <name>gb::ui::PolicyControls</name>
    <message>
        <source>= offline after %1</source>
        <translation>= %1后离线</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Heartbeat interval in seconds</source>
        <translation>心跳间隔（秒）</translation>
    </message>
    <message>
        <source>Heartbeat interval; must be the same in the device (GB/T 28181-2022 9.6)</source>
        <translation>心跳间隔；须与设备设置一致（GB/T 28181-2022 9.6）</translation>
    </message>
    <message>
        <source>Timeout count</source>
        <translation>心跳超时次数</translation>
    </message>
    <message>
        <source>Timeout count: as many missed heartbeats in a row make a device offline. A change judges every device at once.</source>
        <translation>心跳超时次数：连续丢失这么多次心跳即判为离线。修改后立即对所有设备重新判定。</translation>
    </message>
</context>
<context>
    <name>gb::ui::PositionPlot</name>
    <message>
        <source>pan %1, tilt %2</source>
        <translation>水平 %1，垂直 %2</translation>
    </message>
    <message>
        <source>longitude %1, latitude %2</source>
        <translation>经度 %1，纬度 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln position(s)</source>
        <translation>
            <numerusform>%Ln 个位置</numerusform>
        </translation>
    </message>
    <message>
        <source>the last: %1</source>
        <translation>最后一个：%1</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln device(s)</source>
        <translation>
            <numerusform>来自 %Ln 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 older ones made room</source>
        <translation>已移除较早的 %1 个</translation>
    </message>
    <message>
        <source>%1 NOTIFY did not arrive</source>
        <translation>%1 条 NOTIFY 未到达</translation>
    </message>
    <message>
        <source>%1 at 0, 0 are not drawn: most devices tell that where they do not know their place</source>
        <translation>%1 个 0, 0 位置未画出：多数设备在不知道自身位置时这样上报</translation>
    </message>
    <message>
        <source>%1 cannot be read as a position</source>
        <translation>%1 个无法读作位置</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Positions on a plane</source>
        <translation>平面上的位置</translation>
    </message>
    <message>
        <source>Arrow keys choose a position, End the last one</source>
        <translation>方向键选择位置，End 选择最后一个</translation>
    </message>
    <message>
        <source>N ↑</source>
        <translation>北 ↑</translation>
    </message>
    <message>
        <source>up ↑</source>
        <translation>上 ↑</translation>
    </message>
</context>
<context>
    <name>gb::ui::PreferencesDialog</name>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>Te&amp;xt size:</source>
        <translation>字号(&amp;X)：</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>时区(&amp;Z)：</translation>
    </message>
    <message>
        <source>&amp;Fold messages:</source>
        <translation>折叠消息(&amp;F)：</translation>
    </message>
    <message>
        <source>Record fo&amp;lder:</source>
        <translation>记录文件夹(&amp;L)：</translation>
    </message>
    <message>
        <source>Del&amp;ete records after:</source>
        <translation>自动删除早于(&amp;E)：</translation>
    </message>
    <message>
        <source>Keep at &amp;most:</source>
        <translation>最多保留(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;SIP server port:</source>
        <translation>SIP 服务器端口(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;HEP port:</source>
        <translation>HEP 端口(&amp;H)：</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>La&amp;dder</source>
        <translation>信令时序图(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Records</source>
        <translation>记录(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Ports</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>Repeats; heartbeats while one device is shown</source>
        <translation>重复的消息；只显示一台设备时也折叠心跳</translation>
    </message>
    <message>
        <source>Repeats and heartbeats</source>
        <translation>重复的消息和心跳</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不折叠</translation>
    </message>
    <message>
        <source>Hide cop&amp;ies of a message</source>
        <translation>隐藏消息的副本(&amp;I)</translation>
    </message>
    <message>
        <source>Show how lon&amp;g answers took</source>
        <translation>显示应答用时(&amp;G)</translation>
    </message>
    <message>
        <source>Both are used the next time you start listening. Cameras need the same port.</source>
        <translation>下次开始监听时使用。摄像机中须填写相同的端口。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source> pt</source>
        <extracomment>points, of text</extracomment>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Of this computer</source>
        <translation>本机时区</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Show the date &amp;with every time</source>
        <translation>时间前显示日期(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不删除</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Folder of the records</source>
        <translation>记录文件夹</translation>
    </message>
    <message>
        <source>A session is recorded into a file of its own.</source>
        <translation>每次会话记录到单独的文件。</translation>
    </message>
    <message>
        <source>%1 cannot be written to. The folder stays as it was.</source>
        <translation>%1 无法写入，文件夹保持不变。</translation>
    </message>
    <message>
        <source>Restore defa&amp;ults</source>
        <translation>恢复默认值(&amp;U)</translation>
    </message>
    <message>
        <source>First &amp;media port:</source>
        <translation>媒体起始端口(&amp;M)：</translation>
    </message>
    <message>
        <source>Last m&amp;edia port:</source>
        <translation>媒体结束端口(&amp;E)：</translation>
    </message>
    <message>
        <source>Media of the next play come to one of these ports, and RTCP to the one behind it.</source>
        <translation>下次点播的媒体使用其中一个端口，RTCP 使用它后面的一个。</translation>
    </message>
    <message>
        <source>An even port and the one behind it must be in the range. It stays as it was.</source>
        <translation>范围内必须有一个偶数端口和它后面的一个。仍使用原来的范围。</translation>
    </message>
    <message>
        <source>Folder and limits take effect at the next start. Only records that gbscope itself has named and closed are deleted, the oldest first. With a limit a record that runs is a row of files, so that its oldest part can be deleted, too.</source>
        <translation>文件夹和上限在下次启动时生效。只删除由 gbscope 自己命名并已关闭的记录，最早的先删。设有上限时，正在进行的记录会分成多个文件，其最早的部分也可以删除。</translation>
    </message>
</context>
<context>
    <name>gb::ui::PreviewBox</name>
    <message>
        <source>Show &amp;what changes…</source>
        <translation>查看改动(&amp;W)…</translation>
    </message>
    <message>
        <source>Looking at what will be in the file: %1 %</source>
        <translation>正在查看将写入的内容：%1 %</translation>
    </message>
    <message>
        <source>Looking at what will be in the file…</source>
        <translation>正在查看将写入的内容…</translation>
    </message>
    <message>
        <source>Nothing can be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::PreviewDialog</name>
    <message>
        <source>What the export changes</source>
        <translation>导出时的改动</translation>
    </message>
    <message>
        <source>In the record:</source>
        <translation>记录中：</translation>
    </message>
    <message>
        <source>In the file:</source>
        <translation>文件内容：</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) of those that are exported are changed.</source>
        <translation>
            <numerusform>导出的消息中有 %Ln 条会被改动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are shown.</source>
        <translation>
            <numerusform>仅显示前 %Ln 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>敏感信息</translation>
    </message>
    <message>
        <source>Pseudonyms</source>
        <translation>化名</translation>
    </message>
    <message>
        <source>Changed messages</source>
        <translation>被改动的消息</translation>
    </message>
</context>
<context>
    <name>gb::ui::ProfileChoice</name>
    <message>
        <source>The file will hold secrets. Type “%1” to confirm:</source>
        <translation>文件将包含敏感信息。请输入“%1”确认：</translation>
    </message>
</context>
<context>
    <name>gb::ui::PtzPad</name>
    <message>
        <source>Left and up</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Right and up</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Left and down</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Right and down</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Focus near</source>
        <translation>近焦</translation>
    </message>
    <message>
        <source>Focus far</source>
        <translation>远焦</translation>
    </message>
    <message>
        <source>Iris larger</source>
        <translation>光圈放大</translation>
    </message>
    <message>
        <source>Iris smaller</source>
        <translation>光圈缩小</translation>
    </message>
    <message>
        <source>%1: hold it, or hold the key %2</source>
        <translation>%1：按住按钮，或按住 %2 键</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>速度(&amp;P)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>The eight bytes, bit by bit</source>
        <translation>八个字节逐位说明</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>位</translation>
    </message>
    <message>
        <source>What they say</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>The bytes that are sent stand here</source>
        <translation>发送的字节显示在这里</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stops pan, tilt, zoom, cruise and scan, whoever began them</source>
        <translation>停止云台、变倍、巡航和扫描，无论由谁启动</translation>
    </message>
</context>
<context>
    <name>gb::ui::QrView</name>
    <message>
        <source>This is more than a QR code can hold.</source>
        <translation>内容超出二维码的容量。</translation>
    </message>
</context>
<context>
    <name>gb::ui::QrWindow</name>
    <message>
        <source>Camera card as a QR code</source>
        <translation>摄像机参数卡二维码</translation>
    </message>
    <message>
        <source>Point a phone&apos;s camera at this: it shows the values to type into the device, as text.</source>
        <translation>用手机扫描：以文本显示设备中要填写的内容。</translation>
    </message>
    <message>
        <source>With the &amp;password: whoever photographs this screen has it</source>
        <translation>包含密码(&amp;P)：拍下此屏幕的人都能看到</translation>
    </message>
    <message>
        <source>QR code of the camera card</source>
        <translation>摄像机参数卡的二维码</translation>
    </message>
</context>
<context>
    <name>gb::ui::RecordLine</name>
    <message numerus="yes">
        <source>%Ln recording(s)</source>
        <translation>
            <numerusform>%Ln 段录像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gap(s)</source>
        <translation>
            <numerusform>%Ln 处间断</numerusform>
        </translation>
    </message>
    <message>
        <source>the longest %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>no gap</source>
        <translation>无间断</translation>
    </message>
    <message numerus="yes">
        <source>%Ln overlap(s)</source>
        <translation>
            <numerusform>%Ln 处重叠</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a time that can be read</source>
        <translation>
            <numerusform>%Ln 段的时间无法读取</numerusform>
        </translation>
    </message>
    <message>
        <source>Recordings on a line of time</source>
        <translation>时间轴上的录像</translation>
    </message>
</context>
<context>
    <name>gb::ui::RecordPane</name>
    <message>
        <source>%1 exists and is left as it is. Recording into %2</source>
        <translation>%1 已存在，保持原样不动。正在记录到 %2</translation>
    </message>
    <message>
        <source>All that waited is recorded into %1.</source>
        <translation>等待中的内容已全部记录到 %1。</translation>
    </message>
    <message>
        <source>Nothing can be recorded into %1: %2
What comes waits in memory, up to %3 MB, and devices are answered as before. It is tried again each second.</source>
        <translation>无法记录到 %1：%2
收到的内容暂存在内存中，最多 %3 MB；对设备的应答照常进行。每秒重试一次。</translation>
    </message>
    <message>
        <source>Nothing is recorded: %1 cannot be written.</source>
        <translation>没有记录：无法写入 %1。</translation>
    </message>
    <message numerus="yes">
        <source>The records were over their limits: the oldest file was deleted. %Ln message(s) of this record are gone.</source>
        <translation>
            <numerusform>记录超过上限，已删除最早的文件：本次记录中有 %Ln 条消息不再保留。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::ReportDialog</name>
    <message>
        <source>&amp;All devices of the session</source>
        <translation>会话中的全部设备(&amp;A)</translation>
    </message>
    <message>
        <source>The device %1</source>
        <translation>设备 %1</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected device(s)</source>
        <translation>
            <numerusform>所选的 %n 台设备</numerusform>
        </translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>What you saw yourself: what was changed, what the camera shows, who was asked</source>
        <translation>您自己看到的情况：改动过什么、摄像机上显示什么、问过谁</translation>
    </message>
    <message>
        <source>About:</source>
        <translation>范围：</translation>
    </message>
    <message>
        <source>&amp;Remarks:</source>
        <translation>备注(&amp;R)：</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Re&amp;daction:</source>
        <translation>脱敏(&amp;D)：</translation>
    </message>
    <message>
        <source>Web page – one file, to read</source>
        <translation>网页 – 单个文件，便于阅读</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Bundle (ZIP) – page, capture, messages, findings</source>
        <translation>报告包（ZIP） – 网页、抓包、消息、诊断</translation>
    </message>
    <message>
        <source>In the file:</source>
        <translation>文件内容：</translation>
    </message>
</context>
<context>
    <name>gb::ui::SecretLine</name>
    <message>
        <source>Show</source>
        <extracomment>of the password in the field beside it</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>gb::ui::ServerForm</name>
    <message>
        <source>&amp;Network card:</source>
        <translation>网卡(&amp;N)：</translation>
    </message>
    <message>
        <source>Server &amp;ID:</source>
        <translation>SIP 服务器编码(&amp;I)：</translation>
    </message>
    <message>
        <source>Challenge:</source>
        <translation>质询：</translation>
    </message>
    <message>
        <source>SIP server ID, 20 digits; digits 11 to 13 are 200 for a platform (GB/T 28181 annex E)</source>
        <translation>SIP 服务器编码，20 位数字；平台的第 11–13 位为 200（GB/T 28181 附录 E）</translation>
    </message>
    <message>
        <source>SIP domain, usually the first 10 digits of the server ID</source>
        <translation>SIP 域，通常为服务器编码的前 10 位</translation>
    </message>
    <message>
        <source>empty: devices register without a password</source>
        <translation>留空：设备无需密码即可注册</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Save the password (unencrypted)</source>
        <translation>保存密码（明文）</translation>
    </message>
    <message>
        <source>refuse with 403: register first</source>
        <translation>以 403 拒绝：设备应先注册</translation>
    </message>
    <message>
        <source>refuse with 404</source>
        <translation>以 404 拒绝</translation>
    </message>
    <message>
        <source>accept with 200</source>
        <translation>以 200 接受</translation>
    </message>
    <message>
        <source>do not answer</source>
        <translation>不应答</translation>
    </message>
    <message>
        <source>Offer qop=&quot;auth&quot; (a few cameras cannot)</source>
        <translation>提供 qop=&quot;auth&quot;（少数摄像机不支持）</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>网卡</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Server ID</source>
        <translation>SIP 服务器编码</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>SIP 域</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Heartbeat without registration</source>
        <translation>未注册的心跳</translation>
    </message>
    <message>
        <source>The server ID has %1 digits; 20 are needed.</source>
        <translation>服务器编码为 %1 位，应为 20 位。</translation>
    </message>
    <message>
        <source>The domain takes letters, digits, dots and hyphens.</source>
        <translation>域只能包含字母、数字、点和连字符。</translation>
    </message>
    <message>
        <source>The password has characters that no camera can type.</source>
        <translation>密码含有摄像机无法输入的字符。</translation>
    </message>
    <message>
        <source>Try other forms where it is ignored</source>
        <translation>质询被忽略时尝试其他形式</translation>
    </message>
    <message>
        <source>Por&amp;t:</source>
        <translation>端口(&amp;T)：</translation>
    </message>
    <message>
        <source>D&amp;omain:</source>
        <translation>SIP 域(&amp;O)：</translation>
    </message>
    <message>
        <source>P&amp;assword:</source>
        <translation>密码(&amp;A)：</translation>
    </message>
    <message>
        <source>Unregistered heartb&amp;eat:</source>
        <translation>未注册的心跳(&amp;E)：</translation>
    </message>
    <message>
        <source>A device that ignores two challenges is tried with the other forms in turn: MD5, MD5 with qop, without algorithm, SHA-256. What it registers with is used for it from then on.</source>
        <translation>设备连续两次忽略质询后，依次改用其他形式：MD5、带 qop 的 MD5、不带 algorithm、SHA-256。设备用哪种形式注册成功，此后就对它使用哪种。</translation>
    </message>
    <message>
        <source>Keep registrations across starts</source>
        <translation>重启后保留注册</translation>
    </message>
    <message>
        <source>Devices that registered before this start are known, and their heartbeats are accepted. Otherwise they are answered as heartbeats without registration.</source>
        <translation>本次启动之前已注册的设备视为已知，其心跳会被接受。否则按“未注册的心跳”应答。</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>of the password in the field above</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Save (unencrypted)</source>
        <extracomment>the password in the field above</extracomment>
        <translation>保存（明文）</translation>
    </message>
</context>
<context>
    <name>gb::ui::ServerGuard</name>
    <message numerus="yes">
        <source>%n device(s) will lose their server.</source>
        <translation>
            <numerusform>%n 台设备将失去平台。</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot register until something listens here again. The record is kept.</source>
        <translation>在此处重新监听之前，它们无法注册。会话记录会保留。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>gb::ui::SettingReader</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>It tells nothing of this: it may not have it.</source>
        <translation>设备没有告知此项：可能不支持。</translation>
    </message>
    <message numerus="yes">
        <source>The form shows what it has: %Ln value(s)</source>
        <translation>
            <numerusform>表单显示设备现有的 %Ln 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Read what it has</source>
        <translation>读取现有配置(&amp;R)</translation>
    </message>
    <message>
        <source>Fills the form with what the device is set to now</source>
        <translation>把设备当前的配置填入表单</translation>
    </message>
</context>
<context>
    <name>gb::ui::SettingWindow</name>
    <message>
        <source>Heartbeat setting on both ends</source>
        <translation>两端的心跳设置</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本端</translation>
    </message>
    <message>
        <source>In the device</source>
        <translation>设备中</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Heartbeat interval</source>
        <translation>心跳间隔</translation>
    </message>
    <message>
        <source>Timeout count</source>
        <translation>心跳超时次数</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>注册有效期</translation>
    </message>
    <message>
        <source>&amp;Read from the device</source>
        <translation>从设备读取(&amp;R)</translation>
    </message>
    <message>
        <source>Asks it for its BasicParam (ConfigDownload, GB/T 28181-2022 A.2.4.7)</source>
        <translation>查询设备的 BasicParam（ConfigDownload，GB/T 28181-2022 A.2.4.7）</translation>
    </message>
    <message>
        <source>&amp;Set ours in the device</source>
        <translation>将本端设置写入设备(&amp;S)</translation>
    </message>
    <message>
        <source>Sends it our interval and count (DeviceConfig, GB/T 28181-2022 A.2.3.2) and reads them again. The device keeps them.</source>
        <translation>将本端的心跳间隔和超时次数发给设备（DeviceConfig，GB/T 28181-2022 A.2.3.2），再读回核对。设备会保存这些值。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Select a device in the table.</source>
        <translation>请在表格中选择一台设备。</translation>
    </message>
    <message>
        <source>Asking the device…</source>
        <translation>正在询问设备…</translation>
    </message>
    <message>
        <source>Last read %1 ago.</source>
        <translation>最近一次读取：%1前。</translation>
    </message>
    <message>
        <source>Not read from the device yet.</source>
        <translation>尚未读取设备设置。</translation>
    </message>
    <message>
        <source>These messages do not contain the device&apos;s setting.</source>
        <translation>这些消息中没有设备的设置。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>as the device asks</source>
        <translation>按设备请求</translation>
    </message>
    <message>
        <source>differs: %1</source>
        <translation>不一致：%1</translation>
    </message>
    <message>
        <source>Also set registration &amp;expiry:</source>
        <translation>同时设置注册有效期(&amp;E)：</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不修改</translation>
    </message>
    <message>
        <source>How long the device registers for, in seconds (BasicParam, GB/T 28181-2022 A.2.3.2); empty: it is left as it is</source>
        <translation>设备每次注册的有效期，单位秒（BasicParam，GB/T 28181-2022 A.2.3.2）；留空则不修改</translation>
    </message>
    <message>
        <source>s: %1 to %2 can be set</source>
        <translation>秒：可设置 %1 到 %2</translation>
    </message>
    <message>
        <source>s: GB/T 28181 requires %1 or more</source>
        <translation>秒：GB/T 28181 要求不小于 %1</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
</context>
<context>
    <name>gb::ui::SilenceBanner</name>
    <message>
        <source>Outage test: this server deliberately answers no device. It answers again in %1.</source>
        <translation>平台失联测试：本平台正有意不应答任何设备，%1后恢复应答。</translation>
    </message>
    <message numerus="yes">
        <source>Outage test: this server deliberately does not answer %n device(s). It answers again in %1.</source>
        <translation>
            <numerusform>平台失联测试：本平台正有意不应答 %n 台设备，%1后恢复应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Re-registered: %1 of %2.</source>
        <translation>已重新注册：%1 / %2 台。</translation>
    </message>
    <message>
        <source>Not noticed: %1.</source>
        <translation>未发现失联：%1 台。</translation>
    </message>
    <message>
        <source>Show res&amp;ults</source>
        <translation>显示结果(&amp;U)</translation>
    </message>
    <message>
        <source>Answer a&amp;gain now</source>
        <translation>立即恢复应答(&amp;G)</translation>
    </message>
</context>
<context>
    <name>gb::ui::SilenceModel</name>
    <message>
        <source>not due yet</source>
        <translation>尚未到期</translation>
    </message>
    <message>
        <source>due: %1 left</source>
        <translation>等待重新注册：还剩 %1</translation>
    </message>
    <message>
        <source>passed: re-registered</source>
        <translation>通过：已重新注册</translation>
    </message>
    <message>
        <source>failed: no new REGISTER</source>
        <translation>未通过：未重新注册</translation>
    </message>
    <message>
        <source>stopped sending</source>
        <translation>设备已停止发送</translation>
    </message>
    <message>
        <source>too short for a result</source>
        <translation>时间过短，无法判定</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至 %2</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Consecutive heartbeats without an answer; counted up to the new registration</source>
        <translation>连续无应答的心跳次数；已重新注册的设备统计到重新注册为止</translation>
    </message>
    <message>
        <source>Unanswered</source>
        <translation>无应答心跳</translation>
    </message>
    <message>
        <source>Time since the last answer; counted up to the new registration</source>
        <translation>距最后一次应答的时间；已重新注册的设备统计到重新注册为止</translation>
    </message>
    <message>
        <source>Since answer</source>
        <translation>距上次应答</translation>
    </message>
    <message>
        <source>From when a new REGISTER is expected, and when it must have come, counted from the last answer</source>
        <translation>从最后一次应答算起，预期开始重新注册的时间与最迟时限</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>First answer to it after the test</source>
        <translation>测试结束后首次应答该设备的时间</translation>
    </message>
    <message>
        <source>Answered again</source>
        <translation>恢复应答</translation>
    </message>
    <message>
        <source>immediately</source>
        <translation>立即</translation>
    </message>
</context>
<context>
    <name>gb::ui::SilenceWindow</name>
    <message>
        <source>Outage test: do devices notice that their server is down?</source>
        <translation>平台失联测试（停止应答）：设备能否发现平台失联</translation>
    </message>
    <message>
        <source>Do not answer &amp;for</source>
        <translation>停止应答时长(&amp;F)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>These devices &amp;may be without a server meanwhile</source>
        <translation>允许这些设备在此期间失去平台(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;top answering</source>
        <translation>停止应答(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Answer again now</source>
        <translation>立即恢复应答(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Results of the outage test</source>
        <translation>平台失联测试结果</translation>
    </message>
    <message>
        <source>No device is answered now.</source>
        <translation>当前不应答任何设备。</translation>
    </message>
    <message>
        <source>Cannot test: this window is not listening as a server.</source>
        <translation>无法测试：本窗口未作为平台监听。</translation>
    </message>
    <message>
        <source>Cannot test: no device is online.</source>
        <translation>无法测试：没有在线设备。</translation>
    </message>
    <message>
        <source>Cannot test: none of the selected devices is online.</source>
        <translation>无法测试：所选设备均不在线。</translation>
    </message>
    <message numerus="yes">
        <source>All devices: %n online. Select rows in the device table to test only those.</source>
        <translation>
            <numerusform>全部设备：%n 台在线。如只测试部分设备，请在设备表中选中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The selected devices: %n online. The others are answered as usual.</source>
        <translation>
            <numerusform>所选设备：%n 台在线。其余设备照常应答。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers again automatically in %1.</source>
        <translation>%1后自动恢复应答。</translation>
    </message>
    <message>
        <source>%1: too short for a result; %2 needed.</source>
        <translation>%1：时间过短，无法判定；需要 %2。</translation>
    </message>
    <message>
        <source>%1, then it answers again automatically.</source>
        <translation>%1，之后自动恢复应答。</translation>
    </message>
    <message>
        <source>Passed: %1</source>
        <translation>通过：%1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>未通过：%1</translation>
    </message>
    <message>
        <source>Still due: %1</source>
        <translation>等待中：%1</translation>
    </message>
    <message>
        <source>No result: %1</source>
        <translation>无法判定：%1</translation>
    </message>
    <message>
        <source>Answered again: %1 of %2</source>
        <translation>已恢复应答：%1 / %2</translation>
    </message>
    <message>
        <source>The server stops answering; messages are still received and recorded. A device should re-register once N heartbeats in a row (its timeout count) were not answered: within (N + 2) × interval, or N × interval + 32 s if that is later (GB/T 28181-2022 9.6).</source>
        <translation>平台停止应答，收到的消息照常接收和记录。心跳连续无应答达到超时次数 N 后，设备应在 (N + 2) × 心跳间隔内重新注册；若 N × 心跳间隔 + 32 秒更晚，则以后者为准（GB/T 28181-2022 9.6）。</translation>
    </message>
    <message numerus="yes">
        <source>Not answered now: %n device(s).</source>
        <translation>
            <numerusform>当前不应答 %n 台设备。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SiteOverview</name>
    <message>
        <source>Site overview – gbscope</source>
        <translation>现场总览 – gbscope</translation>
    </message>
    <message>
        <source>Who is in trouble</source>
        <translation>有问题的设备</translation>
    </message>
    <message>
        <source>&amp;Sound when something changes</source>
        <translation>有变化时发声(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Notice when something changes</source>
        <translation>有变化时弹出通知(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full screen (F11)</source>
        <translation>全屏 (F11)(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 台</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::StatisticsWindow</name>
    <message>
        <source>Sets the filter to %1</source>
        <translation>将过滤设为 %1</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>A click or Enter sets the filter to what a row counts.</source>
        <translation>单击或按 Enter，过滤即设为该行所计的消息。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;all messages</source>
        <translation>显示全部消息(&amp;A)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s)</source>
        <translation>
            <numerusform>其他 %Ln 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s), %1 bytes</source>
        <translation>
            <numerusform>%Ln 条消息，%1 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln message(s) that the filter shows, %2 bytes</source>
        <translation>
            <numerusform>过滤后显示 %1 条，共 %Ln 条消息，%2 字节</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::StatusLine</name>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>显示全部消息</translation>
    </message>
    <message>
        <source>Show only these messages</source>
        <translation>只显示这些消息</translation>
    </message>
    <message>
        <source>All other counters</source>
        <translation>其余各项计数</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1: name of a file; and how many other files are shown with it</extracomment>
        <translation>
            <numerusform>%1 及另外 %Ln 个文件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gb::ui::SummaryBar</name>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台设备中的 %1 台</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>state and count: &quot;late: 3&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show only devices in this state: %1</source>
        <translation>只看此状态的设备：%1</translation>
    </message>
    <message>
        <source>%1 of %2 seen</source>
        <extracomment>how many devices have come, of all that are known or expected; keep it short</extracomment>
        <translation>已接入 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected device(s) not seen yet</source>
        <translation>
            <numerusform>%Ln 台待接入设备尚未接入</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only devices that are offline, unregistered, lapsed or not seen yet</source>
        <translation>只显示离线、未注册、注册过期或尚未接入的设备</translation>
    </message>
</context>
<context>
    <name>gb::ui::TimeAxis</name>
    <message>
        <source>%1 → %2 at %3</source>
        <extracomment>heartbeat interval × count before and after a change, and the time of it: &quot;60×3 → 30×2 at 10:41:03&quot;</extracomment>
        <translation>%1 → %2（%3）</translation>
    </message>
    <message>
        <source>our link %1 down at %2</source>
        <translation>本机接口 %1 于 %2 断开</translation>
    </message>
    <message>
        <source>our link %1 back at %2</source>
        <translation>本机接口 %1 于 %2 恢复</translation>
    </message>
    <message>
        <source>clock %1 s at %2</source>
        <translation>时钟 %1 秒，%2</translation>
    </message>
</context>
<context>
    <name>gb::ui::UnheardPage</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Command to type</source>
        <translation>要输入的命令</translation>
    </message>
    <message>
        <source>Network cards of this computer</source>
        <translation>本机网卡</translation>
    </message>
    <message>
        <source>Camera &amp;card</source>
        <translation>摄像机参数卡(&amp;C)</translation>
    </message>
    <message>
        <source>Show the message &amp;flow</source>
        <translation>显示信令流程(&amp;F)</translation>
    </message>
    <message>
        <source>1. The device: its SIP server address must be one of those below, its server ID %1, and GB/T 28181 must be switched on. Compare each field with the camera card.</source>
        <translation>1. 设备：SIP 服务器地址须为下列之一，SIP 服务器编码须为 %1，并已启用 GB/T 28181。请对照摄像机参数卡逐项核对。</translation>
    </message>
    <message>
        <source>1. The device: its SIP server address must be %1, its server ID %2, and GB/T 28181 must be switched on. Compare each field with the camera card.</source>
        <translation>1. 设备：SIP 服务器地址须为 %1，SIP 服务器编码须为 %2，并已启用 GB/T 28181。请对照摄像机参数卡逐项核对。</translation>
    </message>
    <message>
        <source>4. The network: is the cable in, and is the device in the same subnet as this computer? If not, both need a gateway. This computer has:</source>
        <translation>4. 网络：网线是否插好？设备与本机是否在同一网段？若不在，两端都需要网关。本机地址：</translation>
    </message>
    <message>
        <source>1. The switch: does it mirror the port of the devices, or of their server, in both directions?</source>
        <translation>1. 交换机：是否已双向镜像设备或其平台所在的端口？</translation>
    </message>
    <message>
        <source>2. The devices: a heartbeat comes once a minute or so; restarted, a device registers at once. Signalling inside TLS or a VPN cannot be read.</source>
        <translation>2. 设备：心跳约每分钟一次；设备重启后会立即注册。TLS 或 VPN 内的信令无法读取。</translation>
    </message>
    <message>
        <source>3. The network card: is the cable of the mirror port in %1? This computer has:</source>
        <translation>3. 网卡：镜像端口的网线是否插在 %1 上？本机地址：</translation>
    </message>
    <message>
        <source>1. The sender: it must send HEP version 3 to port %1 of this computer, at one of the addresses below.</source>
        <translation>1. 发送端：须以 HEP 第 3 版发送到本机端口 %1，地址为下列之一。</translation>
    </message>
    <message>
        <source>3. Its traffic: it sends copies only while calls or heartbeats pass through it.</source>
        <translation>3. 流量：只有呼叫或心跳经过发送端时，它才会发送副本。</translation>
    </message>
    <message>
        <source>4. The network: is this computer reachable from the sender? It has:</source>
        <translation>4. 网络：发送端能否访问本机？本机地址：</translation>
    </message>
    <message>
        <source>%1. The firewall of this computer: let port %2 in, UDP and TCP. In a command prompt that was opened as administrator:</source>
        <translation>%1. 本机防火墙：放行端口 %2 的 UDP 和 TCP。在以管理员身份打开的命令提示符中输入：</translation>
    </message>
    <message>
        <source>%1. The firewall of this computer: does it let port %2 in, UDP and TCP? This shows its rules, if it has any:</source>
        <translation>%1. 本机防火墙：是否放行端口 %2 的 UDP 和 TCP？以下命令可查看规则（如果有）：</translation>
    </message>
    <message>
        <source>%1. The firewall of this computer: let gbscope receive. In a terminal:</source>
        <translation>%1. 本机防火墙：允许 gbscope 接收。在终端中输入：</translation>
    </message>
    <message>
        <source>%1. The firewall of this computer: let port %2 in, UDP and TCP. In a terminal:</source>
        <translation>%1. 本机防火墙：放行端口 %2 的 UDP 和 TCP。在终端中输入：</translation>
    </message>
    <message>
        <source>same subnet: %1</source>
        <translation>同一网段：%1</translation>
    </message>
    <message>
        <source>(it listens here)</source>
        <translation>（在此监听）</translation>
    </message>
    <message>
        <source>no address but its own (127.0.0.1): no cable, or no DHCP server</source>
        <translation>除 127.0.0.1 外没有地址：未接网线，或没有 DHCP 服务器</translation>
    </message>
    <message>
        <source>Nothing received for %1. Check, most likely first:</source>
        <extracomment>%1 is a span of time, such as &quot;45 s&quot;</extracomment>
        <translation>已 %1没有收到任何信令。请按可能性从高到低检查：</translation>
    </message>
    <message>
        <source>3. The port: the device must send to %1. Its &quot;local port&quot; is its own, not this one.</source>
        <translation>3. 端口：设备须向 %1 发送。其“本地端口”是设备自身的端口，不是这一个。</translation>
    </message>
    <message>
        <source>1. The address: %1 is this computer alone, and no device reaches it. Choose a network card (menu Capture, Listen…).</source>
        <translation>1. 地址：%1 仅限本机，设备无法访问。请选择网卡（“抓包”菜单，“监听…”）。</translation>
    </message>
</context>
<context>
    <name>gb::ui::WhatIfBar</name>
    <message numerus="yes">
        <source>With %1 none of %n device(s) would have been offline (now: %2).</source>
        <translation>
            <numerusform>若为 %1，%n 台设备中无一离线（现行 %2 台）。</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1 for %2</source>
        <translation>%1，持续 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message numerus="yes">
        <source>With %1: %2 of %3 devices would have been offline (now: %4), %n time(s); first %5 %6.</source>
        <extracomment>&quot;With 30 s × 2: 14 of 33 devices would have been offline (now: 3), 22 times; first Gate 7 at 10:21:03 for 45 s.&quot;</extracomment>
        <translation>
            <numerusform>若为 %1：%3 台设备中 %2 台会离线（现行 %4 台），共 %n 次；最早 %5：%6。</numerusform>
        </translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Heartbeat interval to try, in seconds</source>
        <translation>推演用的心跳间隔（秒）</translation>
    </message>
    <message>
        <source>Timeout count to try</source>
        <translation>推演用的心跳超时次数</translation>
    </message>
    <message>
        <source>This device only</source>
        <translation>仅此设备</translation>
    </message>
    <message>
        <source>Gives the chosen device its own heartbeat setting, independent of the common one.</source>
        <translation>为所选设备单独设置心跳，不受公共设置影响。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Remove own setting</source>
        <translation>取消单独设置</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Esc closes this; nothing has been changed.</source>
        <translation>Esc：推演不改变任何设置。</translation>
    </message>
</context>
<context>
    <name>gb::ui::WhyNotWindow</name>
    <message>
        <source>Type the number of a message, a device ID, an address or a Call-ID.</source>
        <translation>请输入消息序号、设备 ID、地址或 Call-ID。</translation>
    </message>
    <message>
        <source>Message #%1 was in the list and made room, as the limits of the preferences want it: the list begins with #%2. The record still has it.</source>
        <translation>消息 #%1 曾在列表中，因达到首选项中的上限已移出：列表从 #%2 开始。记录中仍有它。</translation>
    </message>
    <message>
        <source>No message came so far.</source>
        <translation>还没有任何消息。</translation>
    </message>
    <message>
        <source>No message #%1 came so far: the last one is #%2.</source>
        <translation>还没有消息 #%1：最后一条是 #%2。</translation>
    </message>
    <message>
        <source>No message of the list has “%1” in what the list shows. It may stand in the text of a message, or in what is counted here:</source>
        <translation>列表显示的内容中没有“%1”。它可能在消息文本中，或在以下计数之内：</translation>
    </message>
    <message numerus="yes">
        <source>The flow shows it: %Ln message(s), the first one is #%1.</source>
        <translation>
            <numerusform>信令流程显示了它：%Ln 条消息，第一条为 #%1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) of the list are meant; the flow shows %1 of them.</source>
        <translation>
            <numerusform>列表中有 %Ln 条这样的消息，信令流程显示了其中 %1 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>In a fold</source>
        <translation>在折叠的行中</translation>
    </message>
    <message>
        <source>The flow shows only one kind of message</source>
        <translation>信令流程只显示一种消息</translation>
    </message>
    <message>
        <source>Repeats are hidden</source>
        <translation>重复的消息已隐藏</translation>
    </message>
    <message>
        <source>The flow shows only one operation</source>
        <translation>信令流程只显示一个操作</translation>
    </message>
    <message>
        <source>The flow shows only the chosen devices</source>
        <translation>信令流程只显示所选设备</translation>
    </message>
    <message>
        <source>The flow shows only one dialog</source>
        <translation>信令流程只显示一个会话</translation>
    </message>
    <message>
        <source>No message of its dialog, or of its device, meets the filter</source>
        <translation>其会话或设备没有任何消息符合过滤条件</translation>
    </message>
    <message>
        <source>The filter wants: %1</source>
        <translation>过滤条件要求：%1</translation>
    </message>
    <message>
        <source>Not looked into so far for: %1</source>
        <translation>尚未查看其内容：%1</translation>
    </message>
    <message>
        <source>Tell more</source>
        <translation>详细说明</translation>
    </message>
    <message>
        <source>Take this away</source>
        <translation>去掉这一项</translation>
    </message>
    <message>
        <source>Why is it not here?</source>
        <translation>为什么这里没有？</translation>
    </message>
    <message>
        <source>&amp;What you look for:</source>
        <translation>要找什么(&amp;W)：</translation>
    </message>
    <message>
        <source>What you look for</source>
        <translation>要找什么</translation>
    </message>
    <message>
        <source>What keeps it away</source>
        <translation>被什么挡住</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示它</translation>
    </message>
    <message>
        <source>Search the text of all messages</source>
        <translation>在全部消息的文本中查找</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>headers</name>
    <message>
        <source>kinds of body that the sender understands</source>
        <translation>发送方能理解的消息体类型</translation>
    </message>
    <message>
        <source>methods that the sender understands</source>
        <translation>发送方支持的方法</translation>
    </message>
    <message>
        <source>events that can be subscribed to</source>
        <translation>可订阅的事件</translation>
    </message>
    <message>
        <source>answer of the server to the digest</source>
        <translation>服务器对摘要的回应</translation>
    </message>
    <message>
        <source>proof of the password, by the digest</source>
        <translation>用摘要作为知道密码的证据</translation>
    </message>
    <message>
        <source>names the dialog, or all registrations of a device since its start</source>
        <translation>标识会话，或设备启动以来的全部注册</translation>
    </message>
    <message>
        <source>address where the sender can be reached from now on</source>
        <translation>此后可联系到发送方的地址</translation>
    </message>
    <message>
        <source>how the body is packed</source>
        <translation>消息体的压缩方式</translation>
    </message>
    <message>
        <source>bytes of the body</source>
        <translation>消息体的字节数</translation>
    </message>
    <message>
        <source>kind of the body</source>
        <translation>消息体的类型</translation>
    </message>
    <message>
        <source>counts the requests; an answer has that of its request</source>
        <translation>请求的序号；应答与其请求相同</translation>
    </message>
    <message>
        <source>clock of the server, by which devices set theirs</source>
        <translation>服务器的时钟，设备据此校时</translation>
    </message>
    <message>
        <source>what is subscribed to</source>
        <translation>订阅的内容</translation>
    </message>
    <message>
        <source>seconds that a registration or subscription is good for; 0 ends it</source>
        <translation>注册或订阅的有效期（秒）；0 表示结束</translation>
    </message>
    <message>
        <source>who asks</source>
        <translation>请求方</translation>
    </message>
    <message>
        <source>how many more hops are allowed</source>
        <translation>还允许经过的跳数</translation>
    </message>
    <message>
        <source>shortest lifetime that the server takes</source>
        <translation>服务器接受的最短有效期</translation>
    </message>
    <message>
        <source>digest over the message itself</source>
        <translation>对消息本身的摘要</translation>
    </message>
    <message>
        <source>asks for a proof of the password</source>
        <translation>要求知道密码的证据</translation>
    </message>
    <message>
        <source>which provisional answer was received</source>
        <translation>收到的是哪一条临时应答</translation>
    </message>
    <message>
        <source>proxies that want to stay on the way</source>
        <translation>要求留在路径上的代理</translation>
    </message>
    <message>
        <source>extensions that the other side must understand</source>
        <translation>对方必须支持的扩展</translation>
    </message>
    <message>
        <source>seconds until it may be tried again</source>
        <translation>多少秒后可再试</translation>
    </message>
    <message>
        <source>proxies that the request has to pass</source>
        <translation>请求须经过的代理</translation>
    </message>
    <message>
        <source>number of a provisional answer</source>
        <translation>临时应答的序号</translation>
    </message>
    <message>
        <source>software that answers</source>
        <translation>应答方的软件</translation>
    </message>
    <message>
        <source>seconds until the call has to be refreshed</source>
        <translation>多少秒内须刷新呼叫</translation>
    </message>
    <message>
        <source>who sends the stream and who takes it: ID:number,ID:number</source>
        <translation>媒体流的发送方与接收方：编码:序号,编码:序号</translation>
    </message>
    <message>
        <source>whether the subscription lives, how long</source>
        <translation>订阅是否有效、还有多久</translation>
    </message>
    <message>
        <source>extensions that the sender understands</source>
        <translation>发送方支持的扩展</translation>
    </message>
    <message>
        <source>whom the request is for; of a REGISTER, who registers</source>
        <translation>请求的对象；REGISTER 中为注册者</translation>
    </message>
    <message>
        <source>extensions that were not understood</source>
        <translation>不支持的扩展</translation>
    </message>
    <message>
        <source>software that asks</source>
        <translation>请求方的软件</translation>
    </message>
    <message>
        <source>the way that the answers go back</source>
        <translation>应答返回的路径</translation>
    </message>
    <message>
        <source>why, in more words than the status has</source>
        <translation>比状态码更详细的原因</translation>
    </message>
    <message>
        <source>edition of GB/T 28181: 3.0 is that of 2022</source>
        <translation>GB/T 28181 的版本：3.0 即 2022 版</translation>
    </message>
    <message>
        <source>platforms that the stream should pass</source>
        <translation>希望媒体流经过的平台</translation>
    </message>
    <message>
        <source>platforms that the stream passes</source>
        <translation>媒体流经过的平台</translation>
    </message>
    <message>
        <source>by which hash the digest is made</source>
        <translation>摘要所用的散列算法</translation>
    </message>
    <message>
        <source>line between the parts of the body</source>
        <translation>消息体各部分之间的分隔行</translation>
    </message>
    <message>
        <source>names the transaction</source>
        <translation>标识事务</translation>
    </message>
    <message>
        <source>random text of the device, part of the digest</source>
        <translation>设备的随机串，参与摘要</translation>
    </message>
    <message>
        <source>seconds that this address is good for</source>
        <translation>该地址的有效期（秒）</translation>
    </message>
    <message>
        <source>domain, or address and port</source>
        <translation>域，或地址和端口</translation>
    </message>
    <message>
        <source>the proxy routes as RFC 3261 has it</source>
        <translation>代理按 RFC 3261 路由</translation>
    </message>
    <message>
        <source>how often this nonce was used, in hex</source>
        <translation>该 nonce 已用次数（十六进制）</translation>
    </message>
    <message>
        <source>random text of the server, part of the digest</source>
        <translation>服务器的随机串，参与摘要</translation>
    </message>
    <message>
        <source>to be given back as it came</source>
        <translation>须原样带回</translation>
    </message>
    <message>
        <source>preference among several addresses</source>
        <translation>多个地址中的优先级</translation>
    </message>
    <message>
        <source>what the digest protects</source>
        <translation>摘要保护的范围</translation>
    </message>
    <message>
        <source>for which domain the password is asked</source>
        <translation>为哪个域要求密码</translation>
    </message>
    <message>
        <source>address that the request really came from</source>
        <translation>请求的实际来源地址</translation>
    </message>
    <message>
        <source>the digest: proof of the password</source>
        <translation>摘要：知道密码的证据</translation>
    </message>
    <message>
        <source>port that the request really came from</source>
        <translation>请求的实际来源端口</translation>
    </message>
    <message>
        <source>true: only the nonce is too old, the password is right</source>
        <translation>true：只是 nonce 过期，密码正确</translation>
    </message>
    <message>
        <source>names this side of the dialog</source>
        <translation>标识会话的这一方</translation>
    </message>
    <message>
        <source>UDP or TCP</source>
        <translation>UDP 或 TCP</translation>
    </message>
    <message>
        <source>what was asked for, part of the digest</source>
        <translation>请求的对象，参与摘要</translation>
    </message>
    <message>
        <source>ID of the device, channel or platform</source>
        <translation>设备、通道或平台的编码</translation>
    </message>
    <message>
        <source>user name, part of the digest</source>
        <translation>用户名，参与摘要</translation>
    </message>
</context>
<context>
    <name>list</name>
    <message numerus="yes">
        <source>%n older message(s) are left out here; a filter brings them</source>
        <translation>
            <numerusform>此处未列出较早的 %n 条消息，可用过滤查看</numerusform>
        </translation>
    </message>
    <message>
        <source>No device</source>
        <translation>无设备</translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>丢失 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 个未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n 个进行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，共 %2</translation>
    </message>
</context>
<context>
    <name>media</name>
    <message>
        <source>offered</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>first packet</source>
        <translation>首包</translation>
    </message>
    <message>
        <source>SSRC</source>
        <translation>SSRC</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>PS</source>
        <translation>PS</translation>
    </message>
    <message>
        <source>PSM</source>
        <translation>PSM</translation>
    </message>
    <message>
        <source>video stream</source>
        <translation>视频流</translation>
    </message>
    <message>
        <source>parameter sets</source>
        <translation>参数集</translation>
    </message>
    <message>
        <source>key frame</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>ok, not for all receivers</source>
        <translation>正常，但并非所有接收端都接受</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>not decided yet</source>
        <translation>尚未判定</translation>
    </message>
    <message>
        <source>The stream is sound</source>
        <translation>码流正常</translation>
    </message>
    <message>
        <source>The stream plays; some receivers may not show it</source>
        <translation>码流可播放，但有些接收端可能不显示</translation>
    </message>
    <message>
        <source>The stream is broken</source>
        <translation>码流有故障</translation>
    </message>
    <message>
        <source>The record does not suffice to judge it</source>
        <translation>记录不足以判定</translation>
    </message>
    <message>
        <source>Everything that can be seen of it is as it should be: the device is cleared.</source>
        <translation>能看到的一切都正常：设备没有问题。</translation>
    </message>
    <message>
        <source>Where there is no picture, look at the player and at what stands behind this.</source>
        <translation>若仍无图像，请查播放器以及此后的环节。</translation>
    </message>
    <message>
        <source>The stream is sound, and it is H.265</source>
        <translation>码流正常，编码为 H.265</translation>
    </message>
    <message>
        <source>Many browsers and players decode H.264 only: they stay black.</source>
        <translation>许多浏览器和播放器只能解码 H.264，因此黑屏。</translation>
    </message>
    <message>
        <source>Use a player with H.265, or set the camera to H.264.</source>
        <translation>使用支持 H.265 的播放器，或把摄像机设为 H.264。</translation>
    </message>
    <message>
        <source>No final answer to the INVITE within %1 s</source>
        <translation>%1 秒内没有收到 INVITE 的最终应答</translation>
    </message>
    <message>
        <source>The device does not answer, its answer does not get through, or the INVITE does not reach it: on the wire these look the same.</source>
        <translation>设备不应答、应答到不了本机，或 INVITE 没有到达设备：从网络上看都一样。</translation>
    </message>
    <message>
        <source>Ask the device for its information. If it answers, it has a fault with INVITE. Let the port of its signalling through.</source>
        <translation>先查询设备信息。若能应答，则是设备处理 INVITE 有问题。放行信令端口。</translation>
    </message>
    <message>
        <source>The device refused the INVITE with %1</source>
        <translation>设备以 %1 拒绝了 INVITE</translation>
    </message>
    <message>
        <source>The device repeats its 200 (%1 times): our ACK does not reach it</source>
        <translation>设备重复发送 200（%1 次）：我方 ACK 没有到达</translation>
    </message>
    <message>
        <source>It names an address in its Contact that cannot be reached, or the ACK is dropped on the way.</source>
        <translation>Contact 中的地址不可达，或 ACK 在途中被丢弃。</translation>
    </message>
    <message>
        <source>Look at the Contact of its 200, and at NAT on the way.</source>
        <translation>检查 200 中的 Contact 以及途中的 NAT。</translation>
    </message>
    <message>
        <source>SSRC %1 was offered; the device answers %2 and sends that</source>
        <translation>邀请的 SSRC 是 %1，设备应答 %2 并用它发送</translation>
    </message>
    <message>
        <source>y= of the INVITE is for the device to keep. Receivers that look for it find nothing.</source>
        <translation>设备应沿用 INVITE 中的 y=。按它查找的接收端找不到码流。</translation>
    </message>
    <message>
        <source>Let the platform take the SSRC of the answer. Update the firmware.</source>
        <translation>让平台采用应答中的 SSRC。升级固件。</translation>
    </message>
    <message>
        <source>The PS is broken where packets were lost (%1 times)</source>
        <translation>丢包处 PS 损坏（%1 次）</translation>
    </message>
    <message>
        <source>That follows from the loss; the sender&apos;s stream is not to blame.</source>
        <translation>这是丢包造成的，不是发送端码流的问题。</translation>
    </message>
    <message>
        <source>See to the loss first.</source>
        <translation>先解决丢包。</translation>
    </message>
</context>
<context>
    <name>medianumbers</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of a list</extracomment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, and %2 that are no RTP of it</source>
        <translation>%1，另有 %2 个不是其 RTP</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <translation>%1 / %2（%3）</translation>
    </message>
    <message>
        <source>%1, at most %2 packets in a row</source>
        <translation>%1 次，最多连续 %2 个包</translation>
    </message>
    <message>
        <source>mean %1, at most %2</source>
        <translation>平均 %1，最大 %2</translation>
    </message>
    <message>
        <source>%1 (its SPS says %2)</source>
        <translation>%1（SPS 标称 %2）</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 帧</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 (%2 packets)</source>
        <translation>%1（%2 个包）</translation>
    </message>
    <message>
        <source>raw video</source>
        <translation>裸视频流</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>something else: of a vendor&apos;s own, or encrypted</source>
        <translation>其他：厂商私有格式或已加密</translation>
    </message>
    <message>
        <source>%1, level %2</source>
        <translation>%1，级别 %2</translation>
    </message>
    <message>
        <source>codec unknown</source>
        <translation>编码未知</translation>
    </message>
    <message>
        <source>%1, %2 bytes, all silence</source>
        <translation>%1，%2 字节，全为静音</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1，%2 字节</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 received, %2 sent</source>
        <translation>收 %1，发 %2</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>包数</translation>
    </message>
    <message>
        <source>Packets of RTP that came</source>
        <translation>收到的 RTP 包</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢包</translation>
    </message>
    <message>
        <source>Sequence numbers that never came, of those that were expected</source>
        <translation>应到的序号中始终没有到达的</translation>
    </message>
    <message>
        <source>Bursts of loss</source>
        <translation>连续丢包</translation>
    </message>
    <message>
        <source>Runs of missing numbers; some may have come later</source>
        <translation>连续缺失的序号段；有些可能之后到达</translation>
    </message>
    <message>
        <source>Reordered</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>Packets that came behind a later one</source>
        <translation>晚于后续包到达的包</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Packets that came twice</source>
        <translation>到达两次的包</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>RFC 3550 A.8; GB/T 28181 allows 50 ms</source>
        <translation>RFC 3550 A.8；GB/T 28181 允许 50 ms</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>Between two packets</source>
        <translation>两个包之间</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>Mean of the payload, from the first packet to the last</source>
        <translation>负载的平均值，从第一个包到最后一个包</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Pictures a second as they arrived</source>
        <translation>每秒到达的帧数</translation>
    </message>
    <message>
        <source>GOP</source>
        <translation>GOP</translation>
    </message>
    <message>
        <source>From key frame to key frame: pictures, and the longest time</source>
        <translation>关键帧之间：帧数和最长时间</translation>
    </message>
    <message>
        <source>First packet after</source>
        <translation>首包用时</translation>
    </message>
    <message>
        <source>From our ACK on; over TCP from the connection on</source>
        <translation>从我方 ACK 起；TCP 从连接建立起</translation>
    </message>
    <message>
        <source>First key frame after</source>
        <translation>首个关键帧用时</translation>
    </message>
    <message>
        <source>A picture can be shown from here on</source>
        <translation>从这里起可以显示图像</translation>
    </message>
    <message>
        <source>SSRC offered</source>
        <translation>邀请的 SSRC</translation>
    </message>
    <message>
        <source>y= of our INVITE</source>
        <translation>我方 INVITE 的 y=</translation>
    </message>
    <message>
        <source>SSRC answered</source>
        <translation>应答的 SSRC</translation>
    </message>
    <message>
        <source>y= of its answer</source>
        <translation>设备应答的 y=</translation>
    </message>
    <message>
        <source>SSRC received</source>
        <translation>收到的 SSRC</translation>
    </message>
    <message>
        <source>In the packets of RTP</source>
        <translation>RTP 包中的</translation>
    </message>
    <message>
        <source>Payload type</source>
        <translation>负载类型</translation>
    </message>
    <message>
        <source>In the packets, with what the session description says of it</source>
        <translation>包中的值，以及 SDP 对它的说明</translation>
    </message>
    <message>
        <source>The packets carry</source>
        <translation>负载内容</translation>
    </message>
    <message>
        <source>By their bytes</source>
        <translation>根据字节判断</translation>
    </message>
    <message>
        <source>Codec</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Of the video, by its bytes</source>
        <translation>视频编码，根据字节判断</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>By its SPS</source>
        <translation>根据 SPS</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Of the picture, by its SPS</source>
        <translation>图像分辨率，根据 SPS</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Codec, and how much came</source>
        <translation>编码，以及收到多少</translation>
    </message>
    <message>
        <source>Lost by this computer</source>
        <translation>本机丢包</translation>
    </message>
    <message>
        <source>Packets that arrived here and found our socket full: the device is not to blame. Not every system tells it</source>
        <translation>已到达本机但套接字缓冲已满的包：不是设备的问题。并非所有系统都能得知</translation>
    </message>
    <message>
        <source>RTCP</source>
        <translation>RTCP</translation>
    </message>
    <message>
        <source>Some devices stop where none reaches them</source>
        <translation>有些设备收不到 RTCP 会停止发送</translation>
    </message>
    <message>
        <source>Media from</source>
        <translation>媒体来源</translation>
    </message>
    <message>
        <source>Sender of the first packet</source>
        <translation>第一个包的发送者</translation>
    </message>
    <message>
        <source>Media to</source>
        <translation>媒体去向</translation>
    </message>
    <message>
        <source>As our INVITE names it</source>
        <translation>我方 INVITE 中写明的</translation>
    </message>
    <message>
        <source>came %1 times</source>
        <translation>收到 %1 次</translation>
    </message>
    <message>
        <source>video %1</source>
        <translation>视频 %1</translation>
    </message>
    <message>
        <source>audio %1</source>
        <translation>音频 %1</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%2 后收到 %1</translation>
    </message>
    <message>
        <source>%1 after the answer</source>
        <translation>应答后 %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>key frames: %1</source>
        <translation>关键帧：%1</translation>
    </message>
    <message>
        <source>the first after %1</source>
        <translation>首个用时 %1</translation>
    </message>
    <message>
        <source>after %1 from %2</source>
        <translation>%1 后，来自 %2</translation>
    </message>
    <message>
        <source>packets: %1, lost: %2</source>
        <translation>包：%1，丢失：%2</translation>
    </message>
    <message>
        <source>%1, pictures: %2</source>
        <translation>%1，帧：%2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>media to %1</source>
        <translation>媒体发往 %1</translation>
    </message>
</context>
<context>
    <name>play</name>
    <message>
        <source>Played</source>
        <translation>已点播</translation>
    </message>
    <message>
        <source>played</source>
        <translation>已点播</translation>
    </message>
    <message>
        <source>The device hung up</source>
        <translation>设备主动挂断</translation>
    </message>
    <message>
        <source>the device hung up</source>
        <translation>设备主动挂断</translation>
    </message>
    <message>
        <source>Not played: the device is not registered, nobody knows where it is</source>
        <translation>未点播：设备未注册，不知道它在哪里</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>未注册</translation>
    </message>
    <message>
        <source>Not played: this ID cannot stand in a request</source>
        <translation>未点播：该编码不能写入请求</translation>
    </message>
    <message>
        <source>odd ID</source>
        <translation>编码异常</translation>
    </message>
    <message>
        <source>Not played: too many plays are open. Wait for some of them, or stop them</source>
        <translation>未点播：打开的点播太多。请等待或停止其中一些</translation>
    </message>
    <message>
        <source>too many open</source>
        <translation>打开太多</translation>
    </message>
    <message>
        <source>Not played: no port for media could be opened: %1</source>
        <translation>未点播：无法打开媒体端口：%1</translation>
    </message>
    <message>
        <source>no port</source>
        <translation>无端口</translation>
    </message>
    <message>
        <source>Not played: the INVITE could not be sent, its connection is gone</source>
        <translation>未点播：INVITE 无法发送，连接已断开</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Not played: no final answer to the INVITE</source>
        <translation>未点播：没有收到 INVITE 的最终应答</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>Not played: the device refused with %1</source>
        <translation>未点播：设备以 %1 拒绝</translation>
    </message>
    <message>
        <source>refused, %1</source>
        <translation>被拒绝，%1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Not played: in the outage test this device gets no message from here</source>
        <translation>未点播：平台失联测试期间本机不向该设备发送消息</translation>
    </message>
    <message>
        <source>outage test</source>
        <translation>平台失联测试</translation>
    </message>
    <message>
        <source>this computer lost them itself, in the buffer of its socket</source>
        <translation>本机套接字缓冲丢弃了它们</translation>
    </message>
    <message>
        <source>the device cannot reach the address that was offered</source>
        <translation>设备到达不了邀请中的地址</translation>
    </message>
    <message>
        <source>the map came once only, at the start</source>
        <translation>PSM 只在开头出现过一次</translation>
    </message>
    <message>
        <source>the device hung up for another reason</source>
        <translation>设备因其他原因挂断</translation>
    </message>
    <message>
        <source>the stream was cut off</source>
        <translation>码流被中断</translation>
    </message>
    <message>
        <source>%1. It would look the same if: %2</source>
        <translation>%1。以下情况看起来也一样：%2</translation>
    </message>
    <message>
        <source>TCP passive</source>
        <translation>TCP 被动</translation>
    </message>
    <message>
        <source>TCP active</source>
        <translation>TCP 主动</translation>
    </message>
    <message>
        <source>UDP</source>
        <translation>UDP</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1. Until then: %2</source>
        <translation>%1。此前：%2</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>plays, with a warning</source>
        <translation>可播放，有警告</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>有故障</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <translation>%1，暂定</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Advice: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>Its row in the device table says why it does not register.</source>
        <translation>设备表中它所在的行说明了未注册的原因。</translation>
    </message>
    <message>
        <source>Give the device or the channel an ID of 20 digits.</source>
        <translation>给设备或通道设置 20 位数字编码。</translation>
    </message>
    <message>
        <source>Play fewer channels at once.</source>
        <translation>减少同时点播的通道。</translation>
    </message>
    <message>
        <source>Choose other ports for media in the preferences, or end the program that has these.</source>
        <translation>在首选项中换用其他媒体端口，或结束占用这些端口的程序。</translation>
    </message>
    <message>
        <source>Wait until the device has registered again, then play it again.</source>
        <translation>等设备重新注册后再点播。</translation>
    </message>
    <message>
        <source>Ask the device for its information: if it answers that, it has a fault with INVITE. If not, look at the way back to it.</source>
        <translation>先查询设备信息：能应答则是设备处理 INVITE 有问题；不能应答则检查到设备的回程。</translation>
    </message>
    <message>
        <source>End the outage test first: Devices, Answer again.</source>
        <translation>先结束平台失联测试：“设备 – 恢复应答”。</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>registers with %1</source>
        <translation>向 %1 注册</translation>
    </message>
    <message>
        <source>sends heartbeats to %1</source>
        <translation>向 %1 发送心跳</translation>
    </message>
    <message>
        <source>is queried or controlled by %1</source>
        <translation>被 %1 查询或控制</translation>
    </message>
    <message>
        <source>reports to %1</source>
        <translation>向 %1 上报</translation>
    </message>
    <message>
        <source>digits 11 to 13: a device&apos;s here, a platform&apos;s at %1</source>
        <translation>编码第 11～13 位：此端为设备，%1 为平台</translation>
    </message>
    <message>
        <source>%1 registers with it</source>
        <translation>%1 向其注册</translation>
    </message>
    <message>
        <source>gbscope sends from here</source>
        <translation>gbscope 由此发送</translation>
    </message>
    <message>
        <source>%1 sends it heartbeats</source>
        <translation>%1 向其发送心跳</translation>
    </message>
    <message>
        <source>queries or controls %1</source>
        <translation>查询或控制 %1</translation>
    </message>
    <message>
        <source>%1 reports to it</source>
        <translation>%1 向其上报</translation>
    </message>
    <message>
        <source>digits 11 to 13: a platform&apos;s here, a device&apos;s at %1</source>
        <translation>编码第 11～13 位：此端为平台，%1 为设备</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>lower platform</source>
        <translation>下级平台</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>upper platform</source>
        <translation>上级平台</translation>
    </message>
    <message>
        <source>SIP phone</source>
        <translation>SIP 话机</translation>
    </message>
    <message>
        <source>SIP proxy</source>
        <translation>SIP 代理</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>digits 11 to 13 of its ID: %1</source>
        <translation>其编码第 11～13 位为 %1</translation>
    </message>
    <message>
        <source>both ends do the same: the record does not tell who is above</source>
        <translation>双方行为相同：记录无法判断谁是上级</translation>
    </message>
    <message>
        <source>passes requests on, and says nothing of GB/T 28181</source>
        <translation>转发请求，未见 GB/T 28181 内容</translation>
    </message>
    <message>
        <source>speaks SIP, and says nothing of GB/T 28181</source>
        <translation>使用 SIP，未见 GB/T 28181 内容</translation>
    </message>
    <message>
        <source>passes on the requests of others, and sends none of its own</source>
        <translation>转发他人的请求，自己不发请求</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>has sent a REGISTER</source>
        <translation>已发来 REGISTER</translation>
    </message>
    <message>
        <source>has not answered the 401 yet</source>
        <translation>尚未应答 401 质询</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>已注册</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>heartbeats only, no registration seen</source>
        <translation>只有心跳，未见注册</translation>
    </message>
    <message>
        <source>heartbeat overdue: nothing for %1 s, expected every %2 s</source>
        <translation>心跳延迟：已 %1 秒无心跳，应每 %2 秒一次</translation>
    </message>
    <message>
        <source>no heartbeat for %1 s (%2)</source>
        <translation>已 %1 秒无心跳（%2）</translation>
    </message>
    <message>
        <source>registered, but no heartbeat within %1 s (%2)</source>
        <translation>已注册，但 %1 秒内无心跳（%2）</translation>
    </message>
    <message>
        <source>unregistered itself</source>
        <translation>设备主动注销</translation>
    </message>
    <message>
        <source>not refreshed within its Expires of %1 s</source>
        <translation>未在 Expires %1 秒内刷新注册</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>密码错误</translation>
    </message>
    <message>
        <source>wrong realm: the device used &quot;%1&quot;, challenged was &quot;%2&quot;</source>
        <translation>realm 错误：设备用的是“%1”，质询为“%2”</translation>
    </message>
    <message>
        <source>user name &quot;%1&quot; is not the device ID %2</source>
        <translation>认证用户名“%1”与设备编码 %2 不一致</translation>
    </message>
    <message>
        <source>the digest was made for &quot;%1&quot;, which is not this server</source>
        <translation>摘要的 uri 为“%1”，不是本平台</translation>
    </message>
    <message>
        <source>answered an old challenge; a new one was sent</source>
        <translation>应答了过期的质询，已重新质询</translation>
    </message>
    <message>
        <source>the Authorization header cannot be read</source>
        <translation>Authorization 头无法解析</translation>
    </message>
    <message>
        <source>offers &quot;%1&quot; instead of Digest</source>
        <translation>使用“%1”而不是 Digest 认证</translation>
    </message>
    <message>
        <source>registration refused: %1 %2</source>
        <translation>注册被拒绝：%1 %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a 20-digit device ID</source>
        <translation>“%1”不是 20 位设备编码</translation>
    </message>
    <message>
        <source>a heartbeat came from %1, the device is registered at %2: not counted</source>
        <translation>心跳来自 %1，而设备注册地址为 %2：不计入</translation>
    </message>
    <message>
        <source>now sends from %1, before from %2 (restart or NAT)</source>
        <translation>现从 %1 发送，之前为 %2（重启或 NAT）</translation>
    </message>
    <message>
        <source>%1 registered names send their heartbeats under this ID</source>
        <translation>%1 个已注册用户都用此编码发送心跳</translation>
    </message>
    <message>
        <source>beats without being registered; answered %1</source>
        <translation>未注册就发送心跳；已应答 %1</translation>
    </message>
    <message>
        <source>the XML of a message breaks at character %1</source>
        <translation>消息的 XML 在第 %1 个字符处出错</translation>
    </message>
    <message>
        <source>a body says it is %1 but is %2</source>
        <translation>消息体声明为 %1，实际是 %2</translation>
    </message>
    <message>
        <source>malformed message: %1</source>
        <translation>消息格式错误：%1</translation>
    </message>
    <message>
        <source>a retransmission carries another body than the first copy</source>
        <translation>重传消息的消息体与首份不同</translation>
    </message>
    <message>
        <source>too many devices: %1 at most are kept</source>
        <translation>设备过多：最多保留 %1 台</translation>
    </message>
    <message>
        <source>the device reports Status %1</source>
        <translation>设备上报状态 %1</translation>
    </message>
    <message>
        <source>never seen</source>
        <translation>未出现</translation>
    </message>
    <message>
        <source>registering</source>
        <translation>注册中</translation>
    </message>
    <message>
        <source>authentication failed</source>
        <translation>鉴权失败</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>late</source>
        <translation>心跳延迟</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>unregistered</source>
        <translation>未注册</translation>
    </message>
    <message>
        <source>registration lapsed</source>
        <translation>注册过期</translation>
    </message>
    <message>
        <source>start line is not &quot;METHOD URI SIP/2.0&quot;</source>
        <translation>起始行不是“方法 URI SIP/2.0”</translation>
    </message>
    <message>
        <source>version is not SIP/2.0</source>
        <translation>版本不是 SIP/2.0</translation>
    </message>
    <message>
        <source>status is not 100 to 699</source>
        <translation>状态码不在 100–699 之间</translation>
    </message>
    <message>
        <source>lines end in LF, not CR LF</source>
        <translation>行尾是 LF 而不是 CR LF</translation>
    </message>
    <message>
        <source>no empty line ends the headers</source>
        <translation>头部没有以空行结束</translation>
    </message>
    <message>
        <source>longer or more complicated than any real message</source>
        <translation>过长或过于复杂，超出任何真实消息</translation>
    </message>
    <message>
        <source>NUL byte in the headers</source>
        <translation>头部含有 NUL 字节</translation>
    </message>
    <message>
        <source>a header line cannot be read</source>
        <translation>有头字段无法解析</translation>
    </message>
    <message>
        <source>a header stands twice that may stand once</source>
        <translation>只能出现一次的头字段重复出现</translation>
    </message>
    <message>
        <source>no usable Via</source>
        <translation>没有可用的 Via</translation>
    </message>
    <message>
        <source>no usable From</source>
        <translation>没有可用的 From</translation>
    </message>
    <message>
        <source>no usable To</source>
        <translation>没有可用的 To</translation>
    </message>
    <message>
        <source>no Call-ID</source>
        <translation>没有 Call-ID</translation>
    </message>
    <message>
        <source>CSeq is missing or wrong</source>
        <translation>CSeq 缺失或错误</translation>
    </message>
    <message>
        <source>Contact cannot be read</source>
        <translation>Contact 无法解析</translation>
    </message>
    <message>
        <source>Expires is no number of seconds</source>
        <translation>Expires 不是秒数</translation>
    </message>
    <message>
        <source>Content-Length is no number</source>
        <translation>Content-Length 不是数字</translation>
    </message>
    <message>
        <source>body shorter than Content-Length</source>
        <translation>消息体比 Content-Length 短</translation>
    </message>
    <message>
        <source>bytes after the body</source>
        <translation>消息体之后有多余字节</translation>
    </message>
    <message>
        <source>body without Content-Type</source>
        <translation>有消息体但没有 Content-Type</translation>
    </message>
    <message>
        <source>Video server</source>
        <translation>视频服务器</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Alarm controller</source>
        <translation>报警控制器</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>IP camera</source>
        <translation>网络摄像机</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示器</translation>
    </message>
    <message>
        <source>Alarm input</source>
        <translation>报警输入</translation>
    </message>
    <message>
        <source>Alarm output</source>
        <translation>报警输出</translation>
    </message>
    <message>
        <source>Voice input</source>
        <translation>语音输入</translation>
    </message>
    <message>
        <source>Voice output</source>
        <translation>语音输出</translation>
    </message>
    <message>
        <source>Mobile device</source>
        <translation>移动设备</translation>
    </message>
    <message>
        <source>Other device</source>
        <translation>其他设备</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Business group</source>
        <translation>业务分组</translation>
    </message>
    <message>
        <source>Virtual organisation</source>
        <translation>虚拟组织</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source> · every %1 s</source>
        <translation> · 每 %1 秒</translation>
    </message>
    <message>
        <source>registered %1 ago, no heartbeat yet</source>
        <translation>%1前注册，尚无心跳</translation>
    </message>
    <message>
        <source>heartbeat %1 ago</source>
        <translation>%1前有心跳</translation>
    </message>
    <message>
        <source>silent for %1</source>
        <translation>已 %1无心跳</translation>
    </message>
    <message>
        <source>no heartbeat, registered %1 ago</source>
        <translation>无心跳，%1前注册</translation>
    </message>
    <message>
        <source>repeats %1 over TCP, where SIP must not: the device&apos;s fault (TCP itself makes up for losses)</source>
        <translation>在 TCP 上重发 %1：SIP 不允许，属设备故障（丢包由 TCP 自行补发）</translation>
    </message>
    <message>
        <source>sent again because what it answers came again</source>
        <translation>因所应答的消息重复到达而再次发送</translation>
    </message>
    <message>
        <source>TCP retransmitted these bytes; SIP is not involved</source>
        <translation>TCP 层重传的相同字节，与 SIP 无关</translation>
    </message>
    <message>
        <source>the same datagram within 5 ms: captured at two interfaces, or doubled by the network</source>
        <translation>5 ms 内的相同数据报：在两个接口上抓到，或被网络复制</translation>
    </message>
    <message>
        <source>the same message, a hop further</source>
        <translation>同一消息的下一跳副本</translation>
    </message>
    <message>
        <source>repeated over TCP, where SIP must not: a fault of its sender</source>
        <translation>在 TCP 上重发，SIP 不允许：属发送方故障</translation>
    </message>
    <message>
        <source>came after %1 s, when no copy is due</source>
        <translation>在 %1 秒到达，标准此时不应有副本</translation>
    </message>
    <message>
        <source>timer %3: due after %1 s, came after %2 s</source>
        <translation>定时器 %3：应在 %1 秒，实际在 %2 秒</translation>
    </message>
    <message>
        <source>%1 – off the schedule</source>
        <translation>%1 – 不符合重传时刻表</translation>
    </message>
    <message>
        <source>no ACK · timer %1, %2</source>
        <translation>无 ACK · 定时器 %1，%2</translation>
    </message>
    <message>
        <source>no answer · timer %1, %2</source>
        <translation>无应答 · 定时器 %1，%2</translation>
    </message>
    <message>
        <source>no ACK yet · timer %1 in %2</source>
        <translation>尚无 ACK · 定时器 %1 将在 %2后到期</translation>
    </message>
    <message>
        <source>no answer yet · timer %1 in %2</source>
        <translation>尚无应答 · 定时器 %1 将在 %2后到期</translation>
    </message>
    <message>
        <source>repeated until its ACK (RFC 3261 13.3.1.4): due after %1 s, came after %2 s</source>
        <translation>重发直到收到 ACK（RFC 3261 13.3.1.4）：应在 %1 秒，实际在 %2 秒</translation>
    </message>
    <message>
        <source>no ACK until the capture ends (timer %1)</source>
        <translation>到抓包结束仍无 ACK（定时器 %1）</translation>
    </message>
    <message>
        <source>no answer until the capture ends (timer %1)</source>
        <translation>到抓包结束仍无应答（定时器 %1）</translation>
    </message>
    <message>
        <source>now sends over %1, before over %2, without re-registering</source>
        <translation>现通过 %1 发送，之前为 %2，且未重新注册</translation>
    </message>
    <message>
        <source>There is no network card &quot;%1&quot; on this computer.</source>
        <translation>本机没有网卡“%1”。</translation>
    </message>
    <message>
        <source>The network card %1 is down. Is the cable in? Switch the card on, then try again.</source>
        <translation>网卡 %1 未启用。网线是否插好？请启用网卡后重试。</translation>
    </message>
    <message>
        <source>Capturing on %1 needs Npcap, and the right to use it: install it from npcap.com, or run this program as administrator.</source>
        <translation>在 %1 上抓包需要 Npcap 及其使用权限：请从 npcap.com 安装，或以管理员身份运行本程序。</translation>
    </message>
    <message>
        <source>Capturing on %1 needs the right to read /dev/bpf*, which this user does not have. Wireshark&apos;s ChmodBPF gives it.</source>
        <translation>在 %1 上抓包需要读取 /dev/bpf* 的权限，当前用户没有该权限。可用 Wireshark 的 ChmodBPF 授予。</translation>
    </message>
    <message>
        <source>Capturing on %1 needs the capability CAP_NET_RAW, which this program does not have.</source>
        <translation>在 %1 上抓包需要 CAP_NET_RAW 权能，本程序没有该权能。</translation>
    </message>
    <message>
        <source>Cannot capture on %1: %2</source>
        <translation>无法在 %1 上抓包：%2</translation>
    </message>
    <message>
        <source>no Content-Length, which TCP needs</source>
        <translation>缺少 TCP 必需的 Content-Length</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1</source>
        <translation>密码错误：设备使用的是%1</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, without the spaces around it</source>
        <translation>密码错误：设备使用的是%1，但去掉了首尾空格</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, with a trailing space</source>
        <translation>密码错误：设备使用的是%1，但末尾多了一个空格</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, in lower case</source>
        <translation>密码错误：设备使用的是%1，但为小写</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, in upper case</source>
        <translation>密码错误：设备使用的是%1，但为大写</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, its first letter in the other case</source>
        <translation>密码错误：设备使用的是%1，但首字母大小写不同</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, typed in full-width characters</source>
        <translation>密码错误：设备使用的是%1，但以全角字符输入</translation>
    </message>
    <message>
        <source>the device uses %1, but its digest is made with the user name &quot;%2&quot;</source>
        <translation>设备使用的是%1，但计算摘要时用户名为“%2”</translation>
    </message>
    <message>
        <source>the device uses %1, but its digest is made by another formula than its header says (qop)</source>
        <translation>设备使用的是%1，但摘要算法与其报头所述不符（qop）</translation>
    </message>
    <message>
        <source>the server&apos;s own password</source>
        <translation>本平台设置的密码</translation>
    </message>
    <message>
        <source>password %1 of the list</source>
        <translation>列表中的第 %1 个密码</translation>
    </message>
    <message>
        <source>the first one</source>
        <translation>首个心跳</translation>
    </message>
    <message>
        <source>in time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>early</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>late heartbeats</source>
        <translation>心跳延迟</translation>
    </message>
    <message>
        <source>missing heartbeats</source>
        <translation>心跳丢失</translation>
    </message>
    <message>
        <source>our answer was lost</source>
        <translation>平台应答丢失</translation>
    </message>
    <message>
        <source>our answer came late</source>
        <translation>平台应答过晚</translation>
    </message>
    <message>
        <source>the one before was not answered</source>
        <translation>上一个心跳未获应答</translation>
    </message>
    <message>
        <source>the one before was refused</source>
        <translation>上一个心跳被拒绝</translation>
    </message>
    <message>
        <source>new port</source>
        <translation>端口改变</translation>
    </message>
    <message>
        <source>new address</source>
        <translation>地址改变</translation>
    </message>
    <message>
        <source>another transport</source>
        <translation>传输方式改变</translation>
    </message>
    <message>
        <source>re-registered</source>
        <translation>重新注册</translation>
    </message>
    <message>
        <source>reboot</source>
        <translation>设备重启</translation>
    </message>
    <message>
        <source>many devices at once</source>
        <translation>多台设备同时中断</translation>
    </message>
    <message>
        <source>from elsewhere: does not count</source>
        <translation>来自别处：不计入</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>heartbeats</comment>
        <translation>
            <numerusform>丢失 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>迟到 %1</translation>
    </message>
    <message>
        <source>%1 early</source>
        <translation>提前 %1</translation>
    </message>
    <message>
        <source>refused with %1, which the platform takes from others</source>
        <translation>被拒绝：用的是%1，平台对其他设备接受此密码</translation>
    </message>
    <message>
        <source>the device is not registered</source>
        <translation>设备未注册</translation>
    </message>
    <message>
        <source>its ID cannot stand in a request</source>
        <translation>设备编码不能写入请求</translation>
    </message>
    <message>
        <source>a request to it is still open</source>
        <translation>对该设备的上一个请求尚未完成</translation>
    </message>
    <message>
        <source>the request could not be sent: its connection is gone</source>
        <translation>请求无法发出：设备的连接已断开</translation>
    </message>
    <message>
        <source>no answer within 15 s</source>
        <translation>15 秒内没有应答</translation>
    </message>
    <message>
        <source>it refused with %1</source>
        <translation>设备以 %1 拒绝</translation>
    </message>
    <message>
        <source>it answered 200, but sent no Response within 15 s: it may not know this command</source>
        <translation>设备应答了 200，但 15 秒内没有发来 Response：可能不支持此命令</translation>
    </message>
    <message>
        <source>its Response cannot be read as XML</source>
        <translation>设备的 Response 不是可读的 XML</translation>
    </message>
    <message>
        <source>its Response says %1</source>
        <translation>设备的 Response 为 %1</translation>
    </message>
    <message>
        <source>its Response says OK, but has no BasicParam: not supported</source>
        <translation>设备的 Response 为 OK，但没有 BasicParam：不支持</translation>
    </message>
    <message>
        <source>it tells a value that nobody can mean: %1</source>
        <translation>设备给出的值超出合理范围：%1</translation>
    </message>
    <message>
        <source>it said OK, but still tells %1</source>
        <translation>设备应答 OK，但读回仍为 %1</translation>
    </message>
    <message>
        <source>nobody listens for it any more</source>
        <translation>本端已停止监听</translation>
    </message>
    <message>
        <source>Set in the device and read back: %1</source>
        <translation>已写入设备并读回：%1</translation>
    </message>
    <message>
        <source>Both ends match: %1</source>
        <translation>两端设置一致：%1</translation>
    </message>
    <message>
        <source>The ends differ: %1 in the device, %2 here</source>
        <translation>两端设置不一致：设备为 %1，本端为 %2</translation>
    </message>
    <message>
        <source>Sent to the device, but not read back: %1</source>
        <translation>已发给设备，但未能读回：%1</translation>
    </message>
    <message>
        <source>Measured since: waiting for heartbeats</source>
        <translation>此后实测：等待心跳</translation>
    </message>
    <message numerus="yes">
        <source>Measured since: %1 s over %n heartbeat(s) so far</source>
        <extracomment>a number of seconds, and how many heartbeats they were measured over</extracomment>
        <translation>
            <numerusform>此后实测：%1 秒，目前 %n 次心跳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured since: %1 s over %n heartbeat(s), as set</source>
        <translation>
            <numerusform>此后实测：%1 秒，%n 次心跳：已生效</numerusform>
        </translation>
    </message>
    <message>
        <source>Still sends a heartbeat every %1 s</source>
        <translation>仍然每 %1 秒发一次心跳</translation>
    </message>
    <message>
        <source>no device ID of 20 digits in &quot;%1&quot;</source>
        <translation>“%1”中没有 20 位设备编码</translation>
    </message>
    <message>
        <source>%1 has %2 digits; a device ID has 20</source>
        <translation>%1 有 %2 位数字；设备编码为 20 位</translation>
    </message>
    <message>
        <source>%1 has other characters than digits; a device ID has 20 digits</source>
        <translation>%1 含有数字以外的字符；设备编码为 20 位数字</translation>
    </message>
    <message>
        <source>%1 is an ID that a spreadsheet took for a number: format the column as text, and enter the IDs again</source>
        <translation>%1 是电子表格把编码当作数值的结果：请将该列设为文本格式，并重新填写编码</translation>
    </message>
    <message>
        <source>%1 ends in 000000: a spreadsheet rounded it to 15 digits. Format the column as text, and enter the IDs again</source>
        <translation>%1 以 000000 结尾：已被电子表格舍入（只保留 15 位）。请将该列设为文本格式，并重新填写编码</translation>
    </message>
    <message>
        <source>%1 is in line %2 already</source>
        <translation>%1 已在第 %2 行出现</translation>
    </message>
    <message>
        <source>longer than %1 characters</source>
        <translation>超过 %1 个字符</translation>
    </message>
    <message>
        <source>more than %1 devices: this line and those behind it are not read</source>
        <translation>超过 %1 台设备：本行及其后各行不再读取</translation>
    </message>
    <message>
        <source>larger than %1 MiB: this is no list of devices</source>
        <translation>超过 %1 MiB：不是设备清单</translation>
    </message>
    <message>
        <source>switch it on</source>
        <translation>请启用</translation>
    </message>
    <message>
        <source>or 2022, but some cameras then register and never send a heartbeat</source>
        <translation>也可选 2022，但部分摄像机此时注册后不发送心跳</translation>
    </message>
    <message>
        <source>the camera&apos;s own port: leave it as it is</source>
        <translation>摄像机自身的端口：保持不变</translation>
    </message>
    <message>
        <source>or TCP: this console listens to both</source>
        <translation>也可选 TCP：本机同时监听两者</translation>
    </message>
    <message>
        <source>not TCP: this console listens to UDP only</source>
        <translation>不能选 TCP：本机只监听 UDP</translation>
    </message>
    <message>
        <source>not UDP: this console listens to TCP only</source>
        <translation>不能选 UDP：本机只监听 TCP</translation>
    </message>
    <message>
        <source>usually the first ten digits of the server ID; here it differs</source>
        <translation>通常为 SIP 服务器编码的前十位；此处不同</translation>
    </message>
    <message>
        <source>a camera cannot reach this address: choose the network card that it is connected to</source>
        <translation>摄像机无法访问此地址：请选择与摄像机相连的网卡</translation>
    </message>
    <message>
        <source>the device ID once more</source>
        <translation>再次填写设备编码</translation>
    </message>
    <message>
        <source>leave it empty: devices register here without one</source>
        <translation>留空：设备在此无需密码即可注册</translation>
    </message>
    <message>
        <source>not known to this console</source>
        <translation>本机不知道该密码</translation>
    </message>
    <message>
        <source>retype it with every change; tick Authentication first if there is such a box</source>
        <translation>每次修改后需重新输入；如有“鉴权”选项，请先勾选</translation>
    </message>
    <message>
        <source>after a change the camera may restart, and go back to its defaults</source>
        <translation>修改后摄像机可能重启并恢复默认值</translation>
    </message>
    <message>
        <source>as it is set here: both ends must agree</source>
        <translation>与本机设置一致：两端必须相同</translation>
    </message>
    <message>
        <source>shorter than the heartbeats may be silent: the registration lapses first</source>
        <translation>短于心跳允许的静默时间：注册会先过期</translation>
    </message>
    <message>
        <source>the standard wants 3600 s or more</source>
        <translation>标准要求不小于 3600 秒</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>does not have 20 digits</source>
        <translation>不是 20 位</translation>
    </message>
    <message>
        <source>has other characters than digits</source>
        <translation>含有数字以外的字符</translation>
    </message>
    <message>
        <source>was taken for a number by a spreadsheet</source>
        <translation>已被电子表格当作数值</translation>
    </message>
    <message>
        <source>is the server&apos;s own</source>
        <translation>与 SIP 服务器编码相同</translation>
    </message>
    <message>
        <source>is in use by a device that is here</source>
        <translation>已被在用的设备占用</translation>
    </message>
    <message>
        <source>was given to another camera just now</source>
        <translation>刚刚已分配给另一台设备</translation>
    </message>
    <message>
        <source>is no device&apos;s by its digits 11 to 13: 132 is a network camera, 118 a recorder</source>
        <translation>第 11 至 13 位不是设备类型：132 为网络摄像机，118 为录像机</translation>
    </message>
    <message>
        <source>is no channel&apos;s by its digits 11 to 13: 131 and 132 are cameras</source>
        <translation>第 11 至 13 位不是通道类型：131 和 132 为摄像机</translation>
    </message>
    <message>
        <source>begins with other eight digits than the server ID: another centre</source>
        <translation>前八位与 SIP 服务器编码不同：属于另一中心</translation>
    </message>
    <message>
        <source>is unusual by its digits 11 to 13</source>
        <translation>第 11 至 13 位的类型不常见</translation>
    </message>
    <message>
        <source>is the device&apos;s own: only some cameras of one channel have it so</source>
        <translation>与设备编码相同：仅部分单通道摄像机如此</translation>
    </message>
    <message>
        <source>is on the list of expected devices</source>
        <translation>在待接入设备清单中</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>ignores the 401: %1 new REGISTERs without credentials since</source>
        <translation>忽略 401 质询：此后又发来 %1 个不带凭据的新 REGISTER</translation>
    </message>
    <message>
        <source>registered with another form of the 401: %1</source>
        <translation>改用另一种 401 质询形式后注册成功：%1</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>尚未接入</translation>
    </message>
    <message>
        <source>MD5 without qop</source>
        <translation>不带 qop 的 MD5</translation>
    </message>
    <message>
        <source>MD5 with qop</source>
        <translation>带 qop 的 MD5</translation>
    </message>
    <message>
        <source>without algorithm</source>
        <translation>不带 algorithm</translation>
    </message>
    <message>
        <source>another algorithm</source>
        <translation>其他算法</translation>
    </message>
    <message>
        <source> · waited for %1</source>
        <translation> · 已等待 %1</translation>
    </message>
    <message>
        <source> · expected at %1</source>
        <extracomment>the address that somebody wrote beside an expected device</extracomment>
        <translation> · 预期地址 %1</translation>
    </message>
    <message>
        <source>Expires: waiting for its next REGISTER</source>
        <translation>注册有效期：等待设备下一次注册（REGISTER）</translation>
    </message>
    <message>
        <source>Expires: its next REGISTER came with %1 s: follows</source>
        <translation>注册有效期：此后的注册（REGISTER）为 %1 秒，已生效</translation>
    </message>
    <message>
        <source>Expires: its next REGISTER still came with %1 s</source>
        <translation>注册有效期：此后的注册（REGISTER）仍为 %1 秒，未生效</translation>
    </message>
    <message>
        <source>%1, Expires %2 s</source>
        <extracomment>a heartbeat setting such as &quot;60 s × 3&quot;, and for how long a device registers</extracomment>
        <translation>%1，注册有效期 %2 秒</translation>
    </message>
    <message>
        <source>re-registering for %1 without an answer</source>
        <translation>正在重新注册 %1，未获应答</translation>
    </message>
    <message>
        <source>this server deliberately does not answer</source>
        <translation>本平台正在失联测试中（停止应答）</translation>
    </message>
    <message>
        <source>not as the standard wants it: %1</source>
        <translation>不符合标准的写法：%1</translation>
    </message>
    <message>
        <source>our own network link %1 was down: nothing could be heard</source>
        <translation>本机网络接口 %1 断开：什么都收不到</translation>
    </message>
    <message>
        <source>From has no tag</source>
        <translation>From 没有 tag</translation>
    </message>
    <message>
        <source>the clock went back</source>
        <translation>时钟倒退</translation>
    </message>
    <message>
        <source>its body is empty</source>
        <translation>消息体为空</translation>
    </message>
    <message>
        <source>its body is larger than any real one</source>
        <translation>消息体大得不合常理</translation>
    </message>
    <message>
        <source>its body has a DTD</source>
        <translation>消息体含有 DTD</translation>
    </message>
    <message>
        <source>its body is no XML</source>
        <translation>消息体不是 XML</translation>
    </message>
    <message>
        <source>the root element is none of Notify, Response, Query and Control</source>
        <translation>根元素不是 Notify、Response、Query 或 Control</translation>
    </message>
    <message>
        <source>it has no SN that is a number</source>
        <translation>没有数字的 SN</translation>
    </message>
    <message>
        <source>it has no DeviceID</source>
        <translation>没有 DeviceID</translation>
    </message>
    <message>
        <source>it has no CmdType</source>
        <translation>没有 CmdType</translation>
    </message>
    <message>
        <source>something stands behind the root element</source>
        <translation>根元素之后还有内容</translation>
    </message>
    <message>
        <source>nobody can read its encoding %1: not counted</source>
        <translation>编码 %1 无法读取：不计入</translation>
    </message>
    <message>
        <source>some bytes are no text in its encoding %1</source>
        <translation>有些字节在其编码 %1 中不是文字</translation>
    </message>
    <message>
        <source>a Keepalive whose root element is not Notify: not counted</source>
        <translation>Keepalive 的根元素不是 Notify：不计入</translation>
    </message>
    <message>
        <source>a Keepalive that is no MESSAGE: not counted</source>
        <translation>Keepalive 不是 MESSAGE：不计入</translation>
    </message>
    <message>
        <source>%1 is written in other letters, which is another name to XML: not read</source>
        <translation>%1 的字母大小写不同，对 XML 是另一个名称：未读取</translation>
    </message>
    <message>
        <source>its elements are in a namespace (%1): counted, though a stricter platform may not</source>
        <translation>元素带有命名空间（%1）：计入，但严格的平台可能不认</translation>
    </message>
    <message>
        <source>a time that is none: %1</source>
        <translation>不是时间：%1</translation>
    </message>
    <message>
        <source>a number that cannot be: %1</source>
        <translation>不可能的数字：%1</translation>
    </message>
    <message>
        <source>digests</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>credentials</source>
        <translation>认证凭据</translation>
    </message>
    <message>
        <source>passwords</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>passwords in URIs</source>
        <translation>URI 中的密码</translation>
    </message>
    <message>
        <source>media keys</source>
        <translation>媒体密钥</translation>
    </message>
    <message>
        <source>known secrets elsewhere</source>
        <translation>其他位置的已知秘密</translation>
    </message>
    <message>
        <source>bodies that cannot be read</source>
        <translation>无法读取的消息体</translation>
    </message>
    <message>
        <source>No secrets were found.</source>
        <translation>未发现敏感信息。</translation>
    </message>
    <message>
        <source>Secrets removed: %1</source>
        <translation>已移除敏感信息：%1</translation>
    </message>
    <message>
        <source>Passwords that are public data of this record as well, such as a part of an ID, and were removed only where they are named: %1</source>
        <translation>同时也是本记录公开数据（如编码的一部分）的密码，仅在标明为密码处移除：%1</translation>
    </message>
    <message>
        <source>Passwords that are too short, too long or too many to be looked for, and were removed only where they are named: %1</source>
        <translation>过短、过长或数量过多而无法按值查找的密码，仅在标明为密码处移除：%1</translation>
    </message>
    <message>
        <source>not judged: nothing listens now</source>
        <translation>不作判断：当前没有监听</translation>
    </message>
    <message>
        <source>we could not hear it: our link was down, or nothing listened</source>
        <translation>无法收到：本机网络断开，或当时没有监听</translation>
    </message>
    <message>
        <source>no registration and no heartbeat of it in this record</source>
        <translation>记录中没有其注册，也没有其心跳</translation>
    </message>
    <message>
        <source>a heartbeat, and no answer yet</source>
        <translation>有 1 次心跳，尚无应答</translation>
    </message>
    <message>
        <source>a heartbeat, sent again and not answered</source>
        <translation>有 1 次心跳，已重发，无应答</translation>
    </message>
    <message>
        <source>%1 heartbeats, none answered</source>
        <translation>%1 次心跳，均无应答</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>of a device that was heard, and neither registers nor beats in this record</extracomment>
        <translation>未知</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>port unreachable</source>
        <extracomment>what a report of ICMP says of a datagram that did not arrive</extracomment>
        <translation>端口不可达</translation>
    </message>
    <message>
        <source>host unreachable</source>
        <translation>主机不可达</translation>
    </message>
    <message>
        <source>network unreachable, no route</source>
        <translation>网络不可达，没有路由</translation>
    </message>
    <message>
        <source>prohibited by an administrator, such as by a firewall</source>
        <translation>被管理策略禁止，例如防火墙</translation>
    </message>
    <message>
        <source>protocol unreachable</source>
        <translation>协议不可达</translation>
    </message>
    <message>
        <source>too big for the way, and must not be fragmented</source>
        <translation>数据包对途中链路过大，且不允许分片</translation>
    </message>
    <message>
        <source>its time to live ran out on the way, such as in a loop of routers</source>
        <translation>途中生存时间耗尽，例如路由成环</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>its Content-Type is not application/sdp</source>
        <translation>Content-Type 不是 application/sdp</translation>
    </message>
    <message>
        <source>its Content-Length is not the size of its body</source>
        <translation>Content-Length 与消息体大小不符</translation>
    </message>
    <message>
        <source>it has no session description</source>
        <translation>没有会话描述</translation>
    </message>
    <message>
        <source>the last line of its session description has no CR LF at its end</source>
        <translation>会话描述的最后一行没有以 CR LF 结尾</translation>
    </message>
    <message>
        <source>y= is not ten digits of which the first is 0 or 1</source>
        <translation>y= 不是首位为 0 或 1 的十位数字</translation>
    </message>
    <message>
        <source>y= stands ahead of other lines; it belongs at the end, with f= alone behind it</source>
        <translation>y= 位于其他行之前；它应在末尾，其后只能有 f=</translation>
    </message>
    <message>
        <source>f= is not v/...a/... without a blank, or it stands ahead of y=</source>
        <translation>f= 不是不含空格的 v/...a/... 形式，或位于 y= 之前</translation>
    </message>
    <message>
        <source>a line of its session description is faulty or out of place</source>
        <translation>会话描述中有一行有误或位置不对</translation>
    </message>
    <message>
        <source>s= is none of Play, Playback, Download, Talk</source>
        <translation>s= 不是 Play、Playback、Download、Talk 之一</translation>
    </message>
    <message>
        <source>media over TCP without a=setup</source>
        <translation>媒体走 TCP，却没有 a=setup</translation>
    </message>
    <message>
        <source>a format from 96 on without a=rtpmap</source>
        <translation>96 及以上的负载类型没有 a=rtpmap</translation>
    </message>
    <message>
        <source>it has no Subject, or not both parts of it</source>
        <translation>没有 Subject，或 Subject 缺少一部分</translation>
    </message>
    <message>
        <source>Content-Length says %1, and nothing came</source>
        <translation>Content-Length 为 %1，却没有内容</translation>
    </message>
    <message>
        <source>Content-Length says 0, and %1 bytes follow</source>
        <translation>Content-Length 为 0，其后却有 %1 字节</translation>
    </message>
    <message>
        <source>Content-Type %1, and no body</source>
        <translation>有 Content-Type %1，却没有消息体</translation>
    </message>
    <message>
        <source>neither Content-Type nor a body</source>
        <translation>既没有 Content-Type 也没有消息体</translation>
    </message>
    <message>
        <source>does not announce a version (X-GB-Ver)</source>
        <translation>未声明版本（X-GB-Ver）</translation>
    </message>
    <message>
        <source>announces X-GB-Ver %1 (%2)</source>
        <translation>声明 X-GB-Ver %1（%2）</translation>
    </message>
    <message>
        <source>announces X-GB-Ver %1</source>
        <translation>声明 X-GB-Ver %1</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, in quotes</source>
        <translation>密码错误：设备使用%1，带引号</translation>
    </message>
    <message>
        <source>wrong password: the device uses %1, with a line end behind it</source>
        <translation>密码错误：设备使用%1，末尾多了换行符</translation>
    </message>
    <message>
        <source>wrong password: the device uses only the first %2 characters of %1</source>
        <translation>密码错误：设备只用了%1的前 %2 个字符</translation>
    </message>
    <message>
        <source>wrong password: the device uses an empty one</source>
        <translation>密码错误：设备使用空密码</translation>
    </message>
    <message>
        <source>%1 fits, but the digest was made with another input than its header says: %2</source>
        <translation>%1相符，但计算摘要的内容与头域所写不同：%2</translation>
    </message>
    <message>
        <source>none of the %1 known passwords fits its digest, in any of the tried ways</source>
        <translation>已知的 %1 个密码按所有试过的方式都与其摘要不符</translation>
    </message>
    <message>
        <source>ignores the 401: trying form %1 of 4 (%2)</source>
        <translation>不理会 401：正在试第 %1 种形式，共 4 种（%2）</translation>
    </message>
    <message>
        <source>registered before this start; not heard since</source>
        <translation>本次启动之前已注册，之后尚未收到消息</translation>
    </message>
    <message>
        <source>nothing listens at %1 (ICMP port unreachable)</source>
        <translation>%1 没有程序在监听（ICMP 端口不可达）</translation>
    </message>
    <message>
        <source>%1 is not reached (ICMP: %2)</source>
        <translation>无法到达 %1（ICMP：%2）</translation>
    </message>
    <message>
        <source>its MESSAGEs arrive without their bodies</source>
        <translation>它的 MESSAGE 到达时没有消息体</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>an empty password</source>
        <translation>空密码</translation>
    </message>
    <message>
        <source>no heartbeat since %1 · offline (%2 × %3)</source>
        <translation>自 %1 起无心跳 · 离线（%2 × %3）</translation>
    </message>
    <message>
        <source>heartbeat due since %1 · offline in %2</source>
        <translation>心跳应于 %1 到达 · %2后离线</translation>
    </message>
    <message>
        <source>it answered</source>
        <translation>设备已应答</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已应答</translation>
    </message>
    <message>
        <source>the device is not registered: nobody knows where it is</source>
        <translation>设备未注册：不知道它在哪里</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>未注册</translation>
    </message>
    <message>
        <source>odd ID</source>
        <translation>编码异常</translation>
    </message>
    <message>
        <source>there is no such command</source>
        <translation>没有这个命令</translation>
    </message>
    <message>
        <source>no such command</source>
        <translation>无此命令</translation>
    </message>
    <message>
        <source>not sent: a value is wrong: %1</source>
        <translation>未发送：有一个值不对：%1</translation>
    </message>
    <message>
        <source>wrong value</source>
        <translation>值不对</translation>
    </message>
    <message>
        <source>this message is only shown and never sent</source>
        <translation>此消息只供查看，从不发送</translation>
    </message>
    <message>
        <source>never sent</source>
        <translation>从不发送</translation>
    </message>
    <message>
        <source>not sent: too many questions are open. Wait for some of them, or stop them</source>
        <translation>未发送：未完成的询问太多。请等待其中一些完成，或将其停止</translation>
    </message>
    <message>
        <source>too many open</source>
        <translation>询问过多</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>no answer within %1 s: it may be gone, or a firewall stands between</source>
        <translation>%1 s 内无应答：设备可能已不在，或中间有防火墙</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>it answered 200, but sent no Response within %1 s: it may not know this command</source>
        <translation>设备应答了 200，但 %1 s 内没有发送 Response：可能不支持此命令</translation>
    </message>
    <message>
        <source>no Response</source>
        <translation>无 Response</translation>
    </message>
    <message>
        <source>it sent a Response, but none to this question</source>
        <translation>设备发送了 Response，但不是对这次询问的</translation>
    </message>
    <message>
        <source>other Response</source>
        <translation>Response 不符</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>its Response says ERROR: it does not do this, or not now</source>
        <translation>其 Response 为 ERROR：不支持，或当前不能执行</translation>
    </message>
    <message>
        <source>ERROR</source>
        <translation>ERROR</translation>
    </message>
    <message>
        <source>only %1 came, then nothing for %2 s</source>
        <translation>只收到 %1，之后 %2 s 内再无消息</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>more came than is kept; what came first is shown: %1</source>
        <translation>收到的内容超出保存上限；显示先收到的部分：%1</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>stopped before it was answered</source>
        <translation>应答之前已停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>outage test</source>
        <translation>失联测试中</translation>
    </message>
    <message>
        <source>Result is &quot;%1&quot;; the standard has OK and ERROR</source>
        <translation>Result 为“%1”；标准只有 OK 和 ERROR</translation>
    </message>
    <message>
        <source>it announced %1, but sent %2</source>
        <translation>声明有 %1，但只发送了 %2</translation>
    </message>
    <message>
        <source>it announced %1, but sent more: %2</source>
        <translation>声明有 %1，却发送了更多：%2</translation>
    </message>
    <message>
        <source>SumNum was %1 at first, and %2 later</source>
        <translation>SumNum 先为 %1，后为 %2</translation>
    </message>
    <message>
        <source>%1 is in the list %2 times</source>
        <translation>%1 在列表中出现 %2 次</translation>
    </message>
    <message>
        <source>a Response has SN %2, but the question had %1</source>
        <translation>某个 Response 的 SN 为 %2，而询问的 SN 为 %1</translation>
    </message>
    <message>
        <source>a Response names %2, but the question was about %1</source>
        <translation>某个 Response 的编码为 %2，而询问的是 %1</translation>
    </message>
    <message>
        <source>a Response came from another address, %1; it was not taken</source>
        <translation>某个 Response 来自其他地址 %1；未采用</translation>
    </message>
    <message>
        <source>it declares %1, but uses %2</source>
        <translation>声明为 %1，实际使用 %2</translation>
    </message>
    <message>
        <source>it has bytes that are no text</source>
        <translation>其中有不是文本的字节</translation>
    </message>
    <message>
        <source>a body that breaks at character %1 came from it</source>
        <translation>设备发来的消息体在第 %1 个字符处中断</translation>
    </message>
    <message>
        <source>%1 is not in the standard here</source>
        <translation>标准此处没有 %1</translation>
    </message>
    <message>
        <source>%1 is missing, though the standard requires it</source>
        <translation>缺少 %1，而标准要求必须有</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;</source>
        <translation>%1 不能为“%2”</translation>
    </message>
    <message>
        <source>it says OK, but sends nothing of what was asked: not supported</source>
        <translation>设备回答 OK，但没有发送所询问的内容：不支持</translation>
    </message>
    <message>
        <source>its Response came, but no answer (200) to the question</source>
        <translation>收到了 Response，但没有收到对询问的应答（200）</translation>
    </message>
    <message>
        <source>its clock is %1 s ahead</source>
        <translation>设备时钟快 %1 s</translation>
    </message>
    <message>
        <source>its clock is %1 s behind</source>
        <translation>设备时钟慢 %1 s</translation>
    </message>
    <message>
        <source>it says of itself that it does not work: %1 is %2</source>
        <translation>设备自称工作不正常：%1 为 %2</translation>
    </message>
    <message>
        <source>It changes how the device is set.</source>
        <translation>将修改设备的设置。</translation>
    </message>
    <message>
        <source>It moves the camera: the picture changes for everybody who looks.</source>
        <translation>将转动摄像机：所有正在观看的人画面都会变。</translation>
    </message>
    <message>
        <source>It restarts the device: no picture and no recording for about a minute.</source>
        <translation>将重启设备：约一分钟内没有画面，也不录像。</translation>
    </message>
    <message>
        <source>It erases what is recorded in the device. This cannot be undone.</source>
        <translation>将清除设备中的录像，无法恢复。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>it answered %1; the standard wants no Response to this</source>
        <translation>设备应答 %1；标准不要求对此发送 Response</translation>
    </message>
    <message>
        <source>it answered that it has none</source>
        <translation>设备应答：没有</translation>
    </message>
    <message>
        <source>complete: %1</source>
        <translation>完整：%1</translation>
    </message>
    <message>
        <source>must be from %1 to %2</source>
        <translation>必须在 %1 到 %2 之间</translation>
    </message>
    <message>
        <source>is only there since %1: leave it empty</source>
        <translation>%1 版起才有：请留空</translation>
    </message>
    <message>
        <source>is only there until %1: leave it empty</source>
        <translation>%1 版之后没有：请留空</translation>
    </message>
    <message>
        <source>must be one of these: %1</source>
        <translation>必须是其中之一：%1</translation>
    </message>
    <message>
        <source>answered after %1</source>
        <translation>%1 后应答</translation>
    </message>
    <message>
        <source>Response after %1</source>
        <translation>%1 后收到 Response</translation>
    </message>
    <message>
        <source>all of it after %1</source>
        <translation>%1 后全部收到</translation>
    </message>
    <message>
        <source>is not a value of this command</source>
        <translation>不是此命令的参数</translation>
    </message>
    <message>
        <source>is needed</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>必须是整数</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>必须是数字</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>must be a time such as %1</source>
        <translation>必须是时间，例如 %1</translation>
    </message>
    <message>
        <source>must be an ID: digits and letters, usually 20 digits</source>
        <translation>必须是编码：数字和字母，通常为 20 位数字</translation>
    </message>
    <message>
        <source>GB/T 28181-2011, amended 2014</source>
        <translation>GB/T 28181-2011（2014 年修改）</translation>
    </message>
    <message>
        <source>not in the edition of %1, only since %2</source>
        <translation>%1 版没有，%2 版起才有</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>subscribed: it tells from now on</source>
        <translation>已订阅：设备从现在起上报</translation>
    </message>
    <message>
        <source>subscribed</source>
        <translation>已订阅</translation>
    </message>
    <message>
        <source>the device ended the subscription</source>
        <translation>设备结束了订阅</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>the subscription ran out: the device did not renew it</source>
        <translation>订阅到期：设备没有续订</translation>
    </message>
    <message>
        <source>ran out</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>%1 s were asked for, it granted %2 s</source>
        <translation>请求 %1 s，设备给了 %2 s</translation>
    </message>
    <message>
        <source>it does not say for how long; %1 s are taken for it</source>
        <translation>设备没有说明时长；按 %1 s 计</translation>
    </message>
    <message>
        <source>first byte, always A5</source>
        <translation>首字节，固定为 A5</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>check of the bits ahead of it</source>
        <translation>前面各位的校验</translation>
    </message>
    <message>
        <source>address, low 8 bits: %1</source>
        <translation>地址低 8 位：%1</translation>
    </message>
    <message>
        <source>address, high 4 bits: %1</source>
        <translation>地址高 4 位：%1</translation>
    </message>
    <message>
        <source>checksum of the bytes ahead of it</source>
        <translation>前面各字节的校验和</translation>
    </message>
    <message>
        <source>pan, tilt, zoom</source>
        <translation>云台与变倍</translation>
    </message>
    <message>
        <source>focus and iris</source>
        <translation>聚焦与光圈</translation>
    </message>
    <message>
        <source>preset, cruise, scan or switch</source>
        <translation>预置位、巡航、扫描或辅助开关</translation>
    </message>
    <message>
        <source>zoom out: %1</source>
        <translation>缩小：%1</translation>
    </message>
    <message>
        <source>zoom in: %1</source>
        <translation>放大：%1</translation>
    </message>
    <message>
        <source>up: %1</source>
        <translation>上：%1</translation>
    </message>
    <message>
        <source>down: %1</source>
        <translation>下：%1</translation>
    </message>
    <message>
        <source>left: %1</source>
        <translation>左：%1</translation>
    </message>
    <message>
        <source>right: %1</source>
        <translation>右：%1</translation>
    </message>
    <message>
        <source>iris smaller: %1</source>
        <translation>光圈缩小：%1</translation>
    </message>
    <message>
        <source>iris larger: %1</source>
        <translation>光圈放大：%1</translation>
    </message>
    <message>
        <source>focus near: %1</source>
        <translation>近焦：%1</translation>
    </message>
    <message>
        <source>focus far: %1</source>
        <translation>远焦：%1</translation>
    </message>
    <message>
        <source>pan speed %1 of 255</source>
        <translation>水平速度 %1 / 255</translation>
    </message>
    <message>
        <source>tilt speed %1 of 255</source>
        <translation>垂直速度 %1 / 255</translation>
    </message>
    <message>
        <source>zoom speed %1 of 15</source>
        <translation>变倍速度 %1 / 15</translation>
    </message>
    <message>
        <source>focus speed %1 of 255</source>
        <translation>聚焦速度 %1 / 255</translation>
    </message>
    <message>
        <source>iris speed %1 of 255</source>
        <translation>光圈速度 %1 / 255</translation>
    </message>
    <message>
        <source>what to do: %1</source>
        <translation>操作：%1</translation>
    </message>
    <message>
        <source>preset %1</source>
        <translation>预置位 %1</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>组 %1</translation>
    </message>
    <message>
        <source>part of the scan: %1 (0 start, 1 left limit, 2 right limit)</source>
        <translation>扫描部分：%1（0 开始，1 左边界，2 右边界）</translation>
    </message>
    <message>
        <source>value, low 8 bits: %1</source>
        <translation>数值低 8 位：%1</translation>
    </message>
    <message>
        <source>value, high 4 bits: %1</source>
        <translation>数值高 4 位：%1</translation>
    </message>
    <message>
        <source>switch %1</source>
        <translation>开关 %1</translation>
    </message>
    <message>
        <source>not used: %1</source>
        <translation>未使用：%1</translation>
    </message>
    <message>
        <source>%1; wrong, it should be %2</source>
        <translation>%1；不对，应为 %2</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>字节 %1</translation>
    </message>
    <message>
        <source>byte %1, bit %2</source>
        <translation>字节 %1，位 %2</translation>
    </message>
    <message>
        <source>byte %1, bits %2 to %3</source>
        <translation>字节 %1，位 %2 到 %3</translation>
    </message>
    <message>
        <source>no answer so far</source>
        <translation>尚无应答</translation>
    </message>
    <message>
        <source>%1 not answered so far</source>
        <translation>%1 个尚无应答</translation>
    </message>
    <message>
        <source>answered %1, no Response so far</source>
        <translation>已应答 %1，尚无 Response</translation>
    </message>
    <message>
        <source>%1 without a Response so far</source>
        <translation>%1 个尚无 Response</translation>
    </message>
    <message>
        <source>%1 came so far</source>
        <translation>目前收到 %1</translation>
    </message>
    <message>
        <source>%1 in part so far</source>
        <translation>%1 个正在接收</translation>
    </message>
    <message>
        <source>in force; NOTIFY that came: %1</source>
        <translation>订阅有效；收到 NOTIFY：%1</translation>
    </message>
    <message>
        <source>%1 in force</source>
        <translation>%1 个订阅有效</translation>
    </message>
    <message>
        <source>done after %1</source>
        <translation>%1 后完成</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 个完成</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 个被拒绝</translation>
    </message>
    <message>
        <source>the Response says ERROR</source>
        <translation>Response 结果为 ERROR</translation>
    </message>
    <message>
        <source>%1 with ERROR</source>
        <translation>%1 个结果为 ERROR</translation>
    </message>
    <message>
        <source>%1 unreadable</source>
        <translation>%1 个无法解析</translation>
    </message>
    <message>
        <source>no answer within %1 s</source>
        <translation>%1 s 内无应答</translation>
    </message>
    <message>
        <source>%1 not answered</source>
        <translation>%1 个无应答</translation>
    </message>
    <message>
        <source>answered 200, but no Response within %1 s</source>
        <translation>应答了 200，但 %1 s 内没有 Response</translation>
    </message>
    <message>
        <source>%1 without a Response</source>
        <translation>%1 个无 Response</translation>
    </message>
    <message>
        <source>the Response has another SN</source>
        <translation>Response 的 SN 不一致</translation>
    </message>
    <message>
        <source>%1 with another SN in the Response</source>
        <translation>%1 个 Response 的 SN 不一致</translation>
    </message>
    <message>
        <source>only %1 came</source>
        <translation>只收到 %1</translation>
    </message>
    <message>
        <source>%1 incomplete</source>
        <translation>%1 个不完整</translation>
    </message>
    <message>
        <source>ended; NOTIFY that came: %1</source>
        <translation>已结束；收到 NOTIFY：%1</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <translation>%1 个已结束</translation>
    </message>
    <message>
        <source>ran out without a refresh; NOTIFY that came: %1</source>
        <translation>已过期，未刷新；收到 NOTIFY：%1</translation>
    </message>
    <message>
        <source>%1 ran out</source>
        <translation>%1 个已过期</translation>
    </message>
    <message>
        <source>unknown: what came of it is not in the record</source>
        <translation>未知：结果不在记录中</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 个未知</translation>
    </message>
    <message>
        <source>each channel has its own</source>
        <translation>每个通道各不相同</translation>
    </message>
    <message>
        <source>it took the setting, but has other values when it is read back: %1 of %2 differ</source>
        <translation>设备接受了配置，但读回的值不同：%2 项中有 %1 项不一致</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>it sent no Response to the setting, but has it all the same</source>
        <translation>设备对此配置没有发送 Response，但已生效</translation>
    </message>
    <message>
        <source>it took the setting; reading it back: %1</source>
        <translation>设备接受了配置；读回结果：%1</translation>
    </message>
    <message>
        <source>it took the setting, and tells nothing of it when it is read back</source>
        <translation>设备接受了配置，但读回时没有告知此项</translation>
    </message>
    <message>
        <source>set, and read back: it has all of it</source>
        <translation>已设置并读回：全部生效</translation>
    </message>
    <message>
        <source>must be left, top, right, bottom, such as %1</source>
        <translation>须为左、上、右、下坐标，如 %1</translation>
    </message>
    <message>
        <source>must be up to eight spans of a day, such as %1</source>
        <translation>须为一天内最多 8 个时段，如 %1</translation>
    </message>
    <message>
        <source>For the vendor</source>
        <translation>发给厂商</translation>
    </message>
    <message>
        <source>For the own site</source>
        <translation>本现场使用</translation>
    </message>
    <message>
        <source>For the public</source>
        <translation>公开发布</translation>
    </message>
    <message>
        <source>As it was, with secrets</source>
        <translation>原样，含敏感信息</translation>
    </message>
    <message>
        <source>Passwords, keys and what digests were made with are removed. Addresses, IDs, names and places are pseudonyms; vendor, model and firmware are real.</source>
        <translation>密码、密钥以及摘要认证数据均已去除；地址、编码、名称和位置为化名；厂商、型号和固件保持真实。</translation>
    </message>
    <message>
        <source>Passwords, keys and what digests were made with are removed. Addresses and IDs are real.</source>
        <translation>密码、密钥以及摘要认证数据均已去除；地址和设备编码保持原样。</translation>
    </message>
    <message>
        <source>Passwords, keys and what digests were made with are removed. Addresses, IDs, names and places are pseudonyms; vendor, model, firmware and remarks are gone.</source>
        <translation>密码、密钥以及摘要认证数据均已去除；地址、编码、名称和位置为化名；厂商、型号、固件和备注一并去除。</translation>
    </message>
    <message>
        <source>Contains secrets: nothing is removed. Anyone who gets the file can guess the passwords offline.</source>
        <translation>含敏感信息：未去除任何内容。拿到文件的人可以离线猜测密码。</translation>
    </message>
    <message>
        <source>Replaced by pseudonyms: addresses %1, IDs and domains %2, names and texts %3</source>
        <translation>已换成化名：地址 %1、编码和域编码 %2、名称和文字 %3</translation>
    </message>
    <message>
        <source>In base64 or compressed, and made unreadable there: %1</source>
        <translation>在 base64 或压缩内容中，已改为不可读：%1</translation>
    </message>
    <message>
        <source>Names that are words of the protocol, or of a product, as well, and were replaced only where names stand: %1</source>
        <translation>同时是协议或产品用词、因而只在名称所在位置替换的名称：%1</translation>
    </message>
    <message>
        <source>Names that are too short, too long or too many to be looked for, and were replaced only where names stand: %1</source>
        <translation>过短、过长或过多而无法逐处查找、因而只在名称所在位置替换的名称：%1</translation>
    </message>
    <message>
        <source>has sent its credentials, no answer to them yet</source>
        <translation>已发送鉴权信息，尚无应答</translation>
    </message>
    <message>
        <source>beats, but the heartbeats are refused: %1</source>
        <translation>有心跳，但心跳被拒绝：%1</translation>
    </message>
    <message>
        <source>beats, but the last %1 heartbeats were not answered</source>
        <translation>有心跳，但最近 %1 个心跳无应答</translation>
    </message>
    <message>
        <source>sent once: no answer belongs to it</source>
        <translation>已发送一次：没有对应的应答</translation>
    </message>
    <message>
        <source>it could not be sent: there is no connection, or the system refused it</source>
        <translation>发送失败：没有连接，或被系统拒绝</translation>
    </message>
    <message>
        <source>not sent: there is no text</source>
        <translation>未发送：没有内容</translation>
    </message>
    <message>
        <source>not sent: it is longer than %1 bytes</source>
        <translation>未发送：超过 %1 字节</translation>
    </message>
    <message>
        <source>not sent: that dialog is over</source>
        <translation>未发送：该会话已结束</translation>
    </message>
    <message>
        <source>not sent: too many messages wait for their answers</source>
        <translation>未发送：等待应答的消息过多</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>没有内容</translation>
    </message>
    <message>
        <source>%1 bytes are too many: at most %2 are sent</source>
        <translation>%1 字节过长：最多发送 %2 字节</translation>
    </message>
    <message>
        <source>%1 is missing (%2)</source>
        <translation>缺少 %1（%2）</translation>
    </message>
    <message>
        <source>an answer or an ACK: it is sent once, and no answer is waited for</source>
        <translation>这是应答或 ACK：只发送一次，不等待应答</translation>
    </message>
    <message>
        <source>its branch does not begin with z9hG4bK: it is sent once, and no answer is waited for</source>
        <translation>branch 不以 z9hG4bK 开头：只发送一次，不等待应答</translation>
    </message>
    <message>
        <source>To has a tag: outside of a dialog the usual answer is 481</source>
        <translation>To 带有 tag：在会话之外通常会得到 481</translation>
    </message>
    <message>
        <source>GB/T 28181 has no %1 with CmdType %2 that gbscope knows</source>
        <translation>gbscope 所知的 GB/T 28181 中没有 CmdType 为 %2 的 %1</translation>
    </message>
    <message>
        <source>%1: no element of %2 in GB/T 28181</source>
        <translation>%1：不是 GB/T 28181 中 %2 的元素</translation>
    </message>
    <message>
        <source>%1 is missing: %2 needs it</source>
        <translation>缺少 %1：%2 必须有</translation>
    </message>
    <message>
        <source>no final answer within %1 s, though it was sent again and again</source>
        <translation>%1 秒内没有最终应答，其间已多次重传</translation>
    </message>
    <message>
        <source>%1 %2 after %3</source>
        <translation>%1 %2，用时 %3</translation>
    </message>
    <message>
        <source>%1; the ACK is sent, and the call stands until BYE</source>
        <translation>%1；已发送 ACK，呼叫保持到 BYE 为止</translation>
    </message>
    <message>
        <source>branch of Via</source>
        <translation>Via 的 branch</translation>
    </message>
    <message>
        <source>tag of From</source>
        <translation>From 的 tag</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>等待应答</translation>
    </message>
    <message>
        <source>waiting for the Response</source>
        <translation>等待 Response</translation>
    </message>
    <message>
        <source>being answered</source>
        <translation>正在应答</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>other SN</source>
        <translation>SN 不同</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not sent: no port could be opened for the pictures: %1</source>
        <translation>未发送：无法打开接收图片的端口：%1</translation>
    </message>
    <message>
        <source>no port</source>
        <translation>无端口</translation>
    </message>
    <message>
        <source>it took the order, but no picture came</source>
        <translation>设备接受了抓拍命令，但没有收到图片</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>it sent no Response to the order, but obeyed all the same</source>
        <translation>设备没有对抓拍命令发送 Response，但仍然执行了</translation>
    </message>
    <message>
        <source>%1 pictures were ordered, more came: %2</source>
        <translation>要求抓拍 %1 张图片，收到的更多：%2 张</translation>
    </message>
    <message>
        <source>it did not say that all pictures are uploaded (UploadSnapShotFinished)</source>
        <translation>设备没有通知图片上传完毕（UploadSnapShotFinished）</translation>
    </message>
    <message>
        <source>UploadSnapShotFinished came from another address, %1; it was not taken</source>
        <translation>UploadSnapShotFinished 来自另一个地址 %1，未采用</translation>
    </message>
    <message>
        <source>UploadSnapShotFinished names %1 pictures, but %2 came</source>
        <translation>UploadSnapShotFinished 列出 %1 张图片，但收到 %2 张</translation>
    </message>
    <message>
        <source>the SessionID is &quot;%2&quot;, but the order had %1</source>
        <translation>SessionID 为“%2”，而抓拍命令中为 %1</translation>
    </message>
    <message>
        <source>a picture of %1 bytes has no end: part of it is missing</source>
        <translation>一张 %1 字节的图片没有结尾：缺少一部分</translation>
    </message>
    <message>
        <source>an upload was larger than %1 bytes and was refused (413)</source>
        <translation>上传的内容超过 %1 字节，已拒绝（413）</translation>
    </message>
    <message>
        <source>requests at the upload port were refused with %1: %2</source>
        <translation>上传端口以 %1 拒绝的请求数：%2</translation>
    </message>
    <message>
        <source>a picture came from another address, %1</source>
        <translation>图片来自另一个地址 %1</translation>
    </message>
    <message>
        <source>a picture could not be saved: %1</source>
        <translation>图片无法保存：%1</translation>
    </message>
    <message>
        <source>pictures that came: %1</source>
        <translation>收到的图片：%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Width x height</source>
        <translation>宽 × 高</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Name by the device</source>
        <translation>设备给出的名称</translation>
    </message>
    <message>
        <source>Saved as</source>
        <translation>保存为</translation>
    </message>
    <message>
        <source>an upload was cut off after %1 bytes</source>
        <translation>有一次上传在 %1 字节后中断</translation>
    </message>
    <message>
        <source>requests of others that were refused at the upload port: %1</source>
        <translation>上传端口拒绝的其他来源请求：%1 个</translation>
    </message>
    <message>
        <source>uploads that are not listed: %1</source>
        <translation>未列出的上传：%1 个</translation>
    </message>
    <message>
        <source>This is longer than %1 characters.</source>
        <translation>超过 %1 个字符。</translation>
    </message>
    <message>
        <source>There are more than %1 conditions.</source>
        <translation>条件多于 %1 个。</translation>
    </message>
    <message>
        <source>There are more than %1 brackets in each other.</source>
        <translation>括号嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The closing %1 is missing.</source>
        <translation>缺少结尾的 %1。</translation>
    </message>
    <message>
        <source>The closing bracket is missing.</source>
        <translation>缺少右括号。</translation>
    </message>
    <message>
        <source>Nothing is open that this bracket closes.</source>
        <translation>此右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>A condition is missing at “%1”.</source>
        <translation>“%1”处缺少条件。</translation>
    </message>
    <message>
        <source>There is no field “%1”. To look for it as a text, put it into quotes.</source>
        <translation>没有字段“%1”。若要按文本查找，请加引号。</translation>
    </message>
    <message>
        <source>A value is missing behind “%1”.</source>
        <translation>“%1”后面缺少值。</translation>
    </message>
    <message>
        <source>“%1” takes one of: %2.</source>
        <translation>“%1”可取：%2。</translation>
    </message>
    <message>
        <source>“%1” takes a number.</source>
        <translation>“%1”需要数字。</translation>
    </message>
    <message>
        <source>“%1” takes a duration, such as 500ms, 2s, 3min.</source>
        <translation>“%1”需要时长，如 500ms、2s、3min。</translation>
    </message>
    <message>
        <source>“%1” takes a time, such as 10:23, 10:23:15.250, 2026-11-30, 2026-11-30T10:23.</source>
        <translation>“%1”需要时间，如 10:23、10:23:15.250、2026-11-30、2026-11-30T10:23。</translation>
    </message>
    <message>
        <source>“%1” cannot be compared like this; : compares it.</source>
        <translation>“%1”不能这样比较，请用 :。</translation>
    </message>
    <message>
        <source>This is no regular expression: %2.</source>
        <translation>不是正则表达式：%2。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>是否要写 %1？</translation>
    </message>
    <message>
        <source>text anywhere in the message</source>
        <translation>消息中任意位置的文本</translation>
    </message>
    <message>
        <source>regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>ID of the device</source>
        <translation>设备编码</translation>
    </message>
    <message>
        <source>Call-ID</source>
        <translation>Call-ID</translation>
    </message>
    <message>
        <source>address of either end</source>
        <translation>任一端的地址</translation>
    </message>
    <message>
        <source>address of the sender</source>
        <translation>发送方地址</translation>
    </message>
    <message>
        <source>address of the receiver</source>
        <translation>接收方地址</translation>
    </message>
    <message>
        <source>port of either end</source>
        <translation>任一端的端口</translation>
    </message>
    <message>
        <source>method, of answers, too</source>
        <translation>方法（应答按其请求）</translation>
    </message>
    <message>
        <source>CmdType</source>
        <translation>CmdType</translation>
    </message>
    <message>
        <source>status of an answer</source>
        <translation>应答状态码</translation>
    </message>
    <message>
        <source>SN; of an INVITE its SSRC</source>
        <translation>SN；INVITE 则为 SSRC</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>number of the retransmission</source>
        <translation>第几次重传</translation>
    </message>
    <message>
        <source>size in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>number in the record</source>
        <translation>记录中的序号</translation>
    </message>
    <message>
        <source>time of day, or date</source>
        <translation>时刻或日期</translation>
    </message>
    <message>
        <source>UDP or TCP</source>
        <translation>UDP 或 TCP</translation>
    </message>
    <message>
        <source>received or sent</source>
        <translation>收到或发出</translation>
    </message>
    <message>
        <source>kind of message</source>
        <translation>消息种类</translation>
    </message>
    <message>
        <source>what is the matter with it</source>
        <translation>消息的状况</translation>
    </message>
    <message>
        <source>user in From</source>
        <translation>From 中的用户</translation>
    </message>
    <message>
        <source>user in To</source>
        <translation>To 中的用户</translation>
    </message>
    <message>
        <source>number in CSeq</source>
        <translation>CSeq 中的序号</translation>
    </message>
    <message>
        <source>User-Agent or Server</source>
        <translation>User-Agent 或 Server</translation>
    </message>
    <message>
        <source>any header: hdr:Expires=3600</source>
        <translation>任意头域：hdr:Expires=3600</translation>
    </message>
    <message>
        <source>any XML element: xml:Status=OK</source>
        <translation>任意 XML 元素：xml:Status=OK</translation>
    </message>
    <message>
        <source>“%1” wants a name behind it, and then its value.</source>
        <translation>“%1”后面需要名称，然后是值。</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>Live play</source>
        <translation>实时点播</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>对讲</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>呼叫</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONS</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>NAT keepalives</source>
        <translation>NAT 保活</translation>
    </message>
    <message>
        <source>Not SIP</source>
        <translation>非 SIP</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>answered with %1</source>
        <translation>已应答 %1</translation>
    </message>
    <message>
        <source>challenged with %1, nothing behind it so far</source>
        <translation>被 %1 质询，之后尚无消息</translation>
    </message>
    <message>
        <source>refused with %1</source>
        <translation>被拒绝，%1</translation>
    </message>
    <message>
        <source>challenged again with %1: the credentials were refused</source>
        <translation>再次被 %1 质询：凭据未被接受</translation>
    </message>
    <message>
        <source>no answer came</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>no ACK came</source>
        <translation>没有 ACK</translation>
    </message>
    <message>
        <source>the next heartbeat did not come</source>
        <translation>下一次心跳没有来</translation>
    </message>
    <message>
        <source>answered, nobody has hung up</source>
        <translation>已接通，尚无人挂断</translation>
    </message>
    <message>
        <source>hung up</source>
        <translation>已挂断</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>its request is not in the record</source>
        <translation>其请求不在记录中</translation>
    </message>
    <message>
        <source>what did not come may be missing from the record alone</source>
        <translation>缺少的消息可能只是没有被记录</translation>
    </message>
    <message>
        <source>the record ends here</source>
        <translation>记录到此结束</translation>
    </message>
    <message>
        <source>unknown: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>challenged with %1</source>
        <translation>被 %1 质询</translation>
    </message>
    <message>
        <source>blanks differ</source>
        <translation>空白不同</translation>
    </message>
    <message>
        <source>case differs</source>
        <translation>大小写不同</translation>
    </message>
    <message>
        <source>the same, written otherwise</source>
        <translation>内容相同，写法不同</translation>
    </message>
    <message>
        <source>at another place</source>
        <translation>位置不同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已改变</translation>
    </message>
    <message>
        <source>added</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>缺少</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n item(s) differ</source>
        <translation>
            <numerusform>%n 项中有 %1 项不同</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) in it</source>
        <translation>
            <numerusform>其中 %n 处不同</numerusform>
        </translation>
    </message>
    <message>
        <source>The messages differ only in what differs in each message.</source>
        <translation>除了每条消息本来就不同的部分，没有其他差异。</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n 处不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more in what differs in each message: branch, tag, CSeq number, nonce, Date, Content-Length, Call-ID, SN.</source>
        <translation>
            <numerusform>本来就不同的部分有 %n 处：branch、tag、CSeq 序号、nonce、Date、Content-Length、Call-ID、SN。</numerusform>
        </translation>
    </message>
    <message>
        <source>One of them has more parts than are told apart; its rest is compared as a whole.</source>
        <translation>其中一条的项数超出逐项对比的范围，其余作为整体对比。</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>the rest, which is no XML</source>
        <translation>其余，不是 XML</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>The messages are the same in all their parts.</source>
        <translation>这些消息的各项都相同。</translation>
    </message>
    <message>
        <source>%1 is of GB/T 28181-%2; the device announced another edition, and may not know it</source>
        <translation>%1 属于 GB/T 28181-%2；设备声明的是其他版本，可能不认识它</translation>
    </message>
    <message>
        <source>no edition of GB/T 28181 has both %1 and %2</source>
        <translation>GB/T 28181 没有一个版本同时有 %1 和 %2</translation>
    </message>
    <message>
        <source>an upload of %2 bytes is no JPEG, PNG or BMP; its type is given as &quot;%1&quot;</source>
        <translation>收到 %2 字节的上传，不是 JPEG、PNG 或 BMP；其声明的类型为“%1”</translation>
    </message>
    <message>
        <source>%1 stands behind %2; GB/T 28181 has it ahead of that. Whether the order matters depends on the device</source>
        <translation>%1 在 %2 之后；GB/T 28181 规定在其之前。是否在意顺序因设备而异</translation>
    </message>
    <message>
        <source>%1 stands there more often than GB/T 28181 has it (%2). Which one counts depends on the device</source>
        <translation>%1 出现的次数多于 GB/T 28181 的规定（%2）。取其中哪一个因设备而异</translation>
    </message>
    <message>
        <source>registered? %1 heartbeats are in this record, and no answer to any of its messages</source>
        <translation>是否已注册？本记录中有 %1 次心跳，没有对其任何报文的应答</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;; an ID has 20 digits, that of an area 2, 4, 6 or 8</source>
        <translation>%1 为“%2”；编码应为 20 位数字，行政区划为 2、4、6 或 8 位</translation>
    </message>
    <message>
        <source>digits 11 to 13 of %1 are %2: no type of the standard</source>
        <translation>%1 的第 11 至 13 位为 %2：标准中没有该类型</translation>
    </message>
    <message>
        <source>the channel %1 has the ID of the device itself: the two cannot be told apart</source>
        <translation>通道 %1 的编码与设备自身相同：二者无法区分</translation>
    </message>
    <message>
        <source>%1 names itself as its parent (ParentID)</source>
        <translation>%1 的 ParentID 指向自身</translation>
    </message>
    <message>
        <source>ParentID %1 of %2 is not in the list</source>
        <translation>%2 的 ParentID %1 不在列表中</translation>
    </message>
    <message>
        <source>BusinessGroupID %1 of %2 is not in the list</source>
        <translation>%2 的 BusinessGroupID %1 不在列表中</translation>
    </message>
    <message>
        <source>BusinessGroupID &quot;%1&quot; of %2 is no business group (type 215)</source>
        <translation>%2 的 BusinessGroupID “%1” 不是业务分组（类型 215）</translation>
    </message>
    <message>
        <source>CivilCode &quot;%1&quot; of %2 is no area; the standard has 2, 4, 6 or 8 digits</source>
        <translation>%2 的 CivilCode “%1” 不是行政区划；标准为 2、4、6 或 8 位数字</translation>
    </message>
    <message>
        <source>more of the list are odd in the same ways: at least %1</source>
        <translation>列表中另有同类异常：至少 %1 项</translation>
    </message>
    <message>
        <source>%1 is not in the edition of %2, only since %3</source>
        <translation>%2 版没有 %1，自 %3 版起才有</translation>
    </message>
    <message>
        <source>%1 is not in the edition of %2, only until %3</source>
        <translation>%2 版没有 %1，仅到 %3 版为止</translation>
    </message>
    <message>
        <source>The messages are equal, byte by byte.</source>
        <translation>这些消息逐字节相同。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Statuses of answers</source>
        <translation>应答状态码</translation>
    </message>
    <message>
        <source>Response times of first copies</source>
        <translation>响应时间（只计首次发送）</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>发送次数</translation>
    </message>
    <message>
        <source>User-Agents of the devices</source>
        <translation>设备的 User-Agent</translation>
    </message>
    <message>
        <source>Sizes in bytes</source>
        <translation>大小（字节）</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>Retransmitted by a timer</source>
        <translation>定时器重传</translation>
    </message>
    <message>
        <source>Answered again because the request came again</source>
        <translation>因请求重复而再次应答</translation>
    </message>
    <message>
        <source>Repeated by TCP</source>
        <translation>TCP 重传</translation>
    </message>
    <message>
        <source>Captured twice</source>
        <translation>重复抓到</translation>
    </message>
    <message>
        <source>The same a hop further</source>
        <translation>下一跳的同一消息</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>所有设备</translation>
    </message>
    <message>
        <source>No device</source>
        <translation>没有设备</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未告知</translation>
    </message>
</context>
</TS>
